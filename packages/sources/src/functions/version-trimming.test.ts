import { expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, preview, type Resource, resource, settled } from "../testing/program";

const orders = resource("aws:lambda/function:Function", "orders", { publish: true });
const trimmer = resource("aws:lambda/function:Function", "trimmer");

function asking(terraformKey?: string): Resource {
  const mark = terraformKey === undefined ? {} : { terraformKey };
  const functionName = applied([trimmer], "trimmer");
  return resource("aws:lambda/invocation:Invocation", "orders-trimming", { functionName, input: applied([orders], "{}"), ...mark });
}

test("a resource of another type with the same key trims nobody", () => {
  const alike = resource("aws:lambda/alias:Alias", "other", { input: applied([orders], "{}"), terraformKey: "trimPublishedVersions" });
  for (const one of networkOf(preview([orders, alike])).functions ?? []) expect(one).not.toHaveProperty("trimmed");
});

test.each([
  {
    sentence: "an invocation of our trimmer trims the function that it asks about, and not the trimmer",
    mark: "trimPublishedVersions",
    trimmed: ["orders"],
  },
  { sentence: "an invocation of something else trims nobody", mark: "tf", trimmed: [] },
  { sentence: "an invocation that says nothing trims nobody", mark: undefined, trimmed: [] },
])("$sentence, before it is made and after", ({ mark, trimmed }) => {
  for (const view of [preview, settled]) {
    const functions = networkOf(view([orders, trimmer, asking(mark)])).functions ?? [];
    expect(functions.filter((one) => one.trimmed === true).map(({ key }) => key.split("::").at(-1))).toEqual(trimmed);
  }
});
