import { expect, test } from "@jest/globals";
import { about, type BillOfMaterials, type Component } from "./bill-of-materials";

const component = (ref: string): Component => ({ "bom-ref": ref, name: ref.slice(0, ref.lastIndexOf("@")), version: "1.0.0" });

const bill: BillOfMaterials = {
  bomFormat: "CycloneDX",
  metadata: { component: component("packages@0.0.0") },
  components: ["@house/door@1.0.0", "lock@1.0.0"].map(component),
  dependencies: [
    { ref: "packages@0.0.0", dependsOn: ["@house/door@1.0.0"] },
    { ref: "@house/door@1.0.0", dependsOn: ["lock@1.0.0"] },
    { ref: "lock@1.0.0", dependsOn: [] },
  ],
};

test("a bill of materials is about the package, and the project that npm was run in is no part of it", () =>
  expect(about("@house/door@1.0.0", bill)).toEqual({
    bomFormat: "CycloneDX",
    metadata: { component: component("@house/door@1.0.0") },
    components: [component("lock@1.0.0")],
    dependencies: bill.dependencies.slice(1),
  }));

test("a package that npm does not list has no bill", () => expect(() => about("@house/roof@1.0.0", bill)).toThrow("@house/roof@1.0.0"));
