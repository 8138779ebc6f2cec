import { type EniPlan, type Network, planEnis, resolveNetwork } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readPolicyResources, SeenInputs } from "./policy-resources";
import { readPreviewJson } from "./preview-json";
import { readNetwork } from "../read-network";
import type { StackResource } from "../stack/stack-resource";
import { readStateFile } from "./state-file";
import { arbitraryPrograms } from "../testing/arbitrary-program";
import { networkOf, planOf } from "../testing/network-of";
import { previewJsonOf } from "../testing/preview-json-of";
import { madeAfter, preview, resource, settled, urnOf } from "../testing/program";
import { stateFileOf } from "../testing/state-file-of";

describe("views taken at one moment give one answer", () => {
  test("preview JSON and policy resources at preview: one plan, whatever existed before", () => {
    fc.assert(
      fc.property(arbitraryPrograms, ({ program, existing }) => {
        expect(planOfPreview(previewJsonOf(program, existing))).toEqual(planOf(preview(program, existing)));
      }),
    );
  });

  test("preview JSON and policy resources at preview: one reading of addresses, whatever existed before", () => {
    fc.assert(
      fc.property(arbitraryPrograms, ({ program, existing }) => {
        const fromJson = readNetwork(readPreviewJson(previewJsonOf(program, existing)));
        expect(addresses(fromJson)).toEqual(addresses(networkOf(preview(program, existing))));
      }),
    );
  });

  test("state file and policy resources once settled: one network", () => {
    fc.assert(
      fc.property(arbitraryPrograms, ({ program }) => {
        expect(readNetwork(readStateFile(stateFileOf(program)).resources)).toEqual(networkOf(settled(program)));
      }),
    );
  });
});

test("the roles of functions are one answer at preview", () => {
  fc.assert(
    fc.property(arbitraryPrograms, ({ program, existing }) => {
      const { roles } = readNetwork(readPreviewJson(previewJsonOf(program, existing)));
      expect(roles).toEqual(networkOf(preview(program, existing)).roles);
    }),
  );
});

describe("what a resource depends on is one answer too, with what only `dependsOn` orders", () => {
  test("preview JSON and policy resources at preview", () => {
    fc.assert(
      fc.property(arbitraryPrograms, ({ program, existing }) => {
        const shown = preview(program, existing).resources;
        expect(dependenciesOf(readPreviewJson(previewJsonOf(program, existing)))).toEqual(
          dependenciesOf(readPolicyResources(shown, new SeenInputs())),
        );
      }),
    );
  });

  test("state file and policy resources once settled", () => {
    fc.assert(
      fc.property(arbitraryPrograms, ({ program }) => {
        const shown = settled(program).resources;
        expect(dependenciesOf(readStateFile(stateFileOf(program)).resources)).toEqual(
          dependenciesOf(readPolicyResources(shown, new SeenInputs())),
        );
      }),
    );
  });

  test("a resource that is only ordered after another depends on it through no property", () => {
    const first = resource("random:index/thing:Thing", "first");
    const second = madeAfter(resource("random:index/thing:Thing", "second"), first);
    const read = readStateFile(stateFileOf([first, second])).resources.find(({ urn }) => urn === urnOf(second));
    expect(read).toMatchObject({ dependencies: [urnOf(first)], propertyDependencies: {} });
  });
});

function dependenciesOf(resources: readonly StackResource[]): ReadonlyMap<string, readonly string[] | undefined> {
  return new Map(resources.filter(({ custom }) => custom).map(({ urn, dependencies }) => [urn, dependencies?.toSorted()]));
}

describe("order never matters", () => {
  const shuffles = fc.infiniteStream(fc.nat());

  test("of a preview's steps", () => {
    fc.assert(
      fc.property(arbitraryPrograms, shuffles, ({ program, existing }, keys) => {
        const shuffled = previewJsonOf(program, existing, (steps) => inOrderOf(keys, steps));
        expect(planOfPreview(shuffled)).toEqual(planOfPreview(previewJsonOf(program, existing)));
      }),
    );
  });

  test("of a state file's resources", () => {
    fc.assert(
      fc.property(arbitraryPrograms, shuffles, ({ program }, keys) => {
        const shuffled = readStateFile(stateFileOf(program, (resources) => inOrderOf(keys, resources)));
        expect(readNetwork(shuffled.resources)).toEqual(readNetwork(readStateFile(stateFileOf(program)).resources));
      }),
    );
  });
});

/** What budgets of subnets are made of. */
function addresses({ vpcs, subnets, addressConsumers, aliases }: Network): unknown {
  return { vpcs, subnets, addressConsumers, aliases };
}

function planOfPreview(text: string): EniPlan {
  return planEnis(resolveNetwork(readNetwork(readPreviewJson(text))));
}

function inOrderOf<T>(keys: Iterator<number>, items: readonly T[]): readonly T[] {
  const keyed = items.map((item) => ({ item, key: Number(keys.next().value) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
