import { atMost, type Count, type EniPlan, isExact } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { planOf } from "../testing/network-of";
import { applied, idOf, type Input, preview, type Resource, settled } from "../testing/program";
import { lambda, securityGroup, subnet, vpc } from "../testing/sample-resources";

/** One of two VPCs with its subnets and groups; two of the groups let out the same. */
function neighbourhood(name: string): {
  readonly subnets: readonly Resource[];
  readonly groups: readonly Resource[];
  all: readonly Resource[];
} {
  const home = vpc(name);
  const subnets = ["0", "1", "2"].map((index) => subnet(`${name}-${index}`, home, { mapPublicIpOnLaunch: index === "2" }));
  const egress = { x: "10.0.0.0/8", y: "10.0.0.0/8", z: "172.16.0.0/12" };
  const groups = Object.entries(egress).map(([letter, cidr]) =>
    securityGroup(`${name}-${letter}`, { vpcId: idOf(home), egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: [cidr] }] }),
  );
  return { subnets, groups, all: [home, ...subnets, ...groups] };
}

const neighbourhoods = [neighbourhood("east"), neighbourhood("west")] as const;
const infrastructure = neighbourhoods.flatMap(({ all }) => all);

/** Ids of some of `resources`, in any order, passed one by one. */
function chosen(resources: readonly Resource[]): fc.Arbitrary<Input> {
  return fc.shuffledSubarray([...resources], { minLength: 1 }).map((some) => some.map(idOf));
}

/** The same, or cut by an apply over all of them, or one entry taken through an apply: assumption S holds, exactness need not. */
function chosenOrCut(resources: readonly Resource[]): fc.Arbitrary<Input> {
  const some = fc.shuffledSubarray([...resources], { minLength: 1 });
  return fc.oneof(
    chosen(resources),
    some.map((cut) => applied(resources, cut.map(idOf))),
    fc.constantFrom(...resources).map((one) => [applied(resources, idOf(one))]),
  );
}

/** Programs of up to five functions; some of what they stand on may exist before. */
function programs(list: typeof chosen): fc.Arbitrary<{ readonly program: readonly Resource[]; readonly existing: readonly Resource[] }> {
  const config = fc
    .constantFrom(...neighbourhoods)
    .chain(({ subnets, groups }) => fc.record({ subnetIds: list(subnets), securityGroupIds: list(groups) }));
  return fc.record({
    program: fc
      .array(config, { minLength: 1, maxLength: 5 })
      .map((configs) => [...infrastructure, ...configs.map((vpcConfig, index) => lambda(`function-${index}`, vpcConfig))]),
    existing: fc.oneof(fc.constant([]), fc.subarray(infrastructure)),
  });
}

/** Every figure of a plan by name. */
function figures({ combinations, vpcs, subnets }: EniPlan): ReadonlyMap<string, Count> {
  return new Map([
    ["stack", combinations],
    ...subnets.map((one) => [one.subnet, one.combinations] as const),
    ...vpcs.flatMap((one) =>
      (["combinations", "sets", "savedBySharing", "avoidable"] as const).map((figure) => [`${one.vpc} ${figure}`, one[figure]] as const),
    ),
  ]);
}

describe("the truth after up keeps what the preview promised", () => {
  test("functions that name subnets and groups one by one: every figure is exact, and equal", () => {
    checkLaw(
      { "some of it existed before": 20, "a merge saves": 10 },
      [programs(chosen)],
      ({ program, existing }, met) => {
        met("some of it existed before", existing.length > 0);
        const truth = figures(planOf(settled(program)));
        const promised = figures(planOf(preview(program, existing)));
        met(
          "a merge saves",
          [...promised].some(([name, count]) => name.endsWith("avoidable") && count.min > 0),
        );
        expect([...promised.values()].every(isExact)).toBe(true);
        expect([...promised].map(([name, { min }]) => [name, min])).toEqual([...truth].map(([name, { min }]) => [name, min]));
      },
      { numRuns: 300 },
    );
  });

  test("functions that take slices and entries: every figure lies within its bounds, equal where exact", () => {
    checkLaw(
      { "a figure has bounds": 30, "a figure is exact": 30, "some of it existed before": 20 },
      [programs(chosenOrCut)],
      ({ program, existing }, met) => {
        met("some of it existed before", existing.length > 0);
        const truth = figures(planOf(settled(program)));
        for (const [name, promised] of figures(planOf(preview(program, existing)))) {
          met("a figure has bounds", !isExact(promised));
          met("a figure is exact", isExact(promised) && promised.max > 0);
          const actual = truth.get(name) ?? { min: 0, likely: 0, max: 0, basis: "known" };
          expect({ name, within: promised.min <= actual.min && atMost(actual, promised.max) === "ok" }).toEqual({ name, within: true });
        }
      },
      { numRuns: 300 },
    );
  });
});
