import fc from "fast-check";
import type { Key } from "../facts/key";
import type { Attachment, Network, SecurityGroup, Subnet } from "../facts/network";
import type { PartialList } from "../facts/partial-list";
import { arbitraryInventory } from "./arbitrary-inventory";
import { arbitraryRule } from "./arbitrary-rule";

const SUBNETS: readonly Key[] = ["subnet-1", "subnet-2", "subnet-3", "subnet-4"];
const GROUPS: readonly Key[] = ["group-1", "group-2", "group-3"];
const VPCS: readonly Key[] = ["vpc-1", "vpc-2"];

/** Lists over `keys` of every kind that a preview shows, short enough to enumerate: known, with holes, unknown as a whole, opaque. */
export function arbitraryList(keys: readonly Key[]): fc.Arbitrary<PartialList> {
  const some = fc.array(fc.constantFrom(...keys), { maxLength: 3 });
  const candidates = fc.array(fc.constantFrom(...keys), { maxLength: 4 });
  const foreign = fc.option(fc.constant({ opaque: "foreign-dependency" as const }), { freq: 8, nil: {} });
  return fc.oneof(
    { weight: 3, arbitrary: arbitraryKnownList(keys) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(some, fc.integer({ min: 1, max: 3 }), candidates, foreign)
        .map(([known, holes, of, opacity]) => ({ known, holes, candidates: of, ...opacity })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(candidates, foreign)
        .map(([of, opacity]) => ({ known: [], holes: "unknown" as const, candidates: of, ...opacity })),
    },
  );
}

function arbitraryKnownList(keys: readonly Key[]): fc.Arbitrary<PartialList> {
  return fc.array(fc.constantFrom(...keys), { maxLength: 3 }).map((known) => ({ known, holes: 0, candidates: [] }));
}

/** Networks of up to four functions over four subnets, three groups and two VPCs, with much of it unknown; half of them with an inventory. */
export function arbitraryNetwork(): fc.Arbitrary<Network> {
  return networkOf(arbitraryList);
}

/** Networks whose attachments show every id. */
export function arbitraryKnownNetwork(): fc.Arbitrary<Network> {
  return networkOf(arbitraryKnownList);
}

function networkOf(list: (keys: readonly Key[]) => fc.Arbitrary<PartialList>): fc.Arbitrary<Network> {
  const facts = fc.record({
    subnets: fc.subarray([...SUBNETS]).chain((keys) => fc.tuple(...keys.map(arbitrarySubnet))),
    securityGroups: fc.subarray([...GROUPS]).chain((keys) => fc.tuple(...keys.map(arbitraryGroup))),
    attachments: fc
      .array(fc.tuple(list(SUBNETS), list(GROUPS)), { minLength: 1, maxLength: 4 })
      .map((lists) =>
        lists.map(([subnets, securityGroups], index): Attachment => ({ consumer: `function-${index}`, subnets, securityGroups })),
      ),
  });
  const inventory = fc.option(arbitraryInventory(SUBNETS, GROUPS, VPCS), { nil: undefined });
  return fc.tuple(facts, inventory).map(([network, held]) => (held === undefined ? network : { ...network, inventory: held }));
}

/** Mostly of one VPC, so that most networks can exist. */
const arbitraryHome: fc.Arbitrary<{ readonly vpc?: Key }> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ vpc: "vpc-1" }) },
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom(...VPCS).map((vpc) => ({ vpc })) },
);

function arbitrarySubnet(key: Key): fc.Arbitrary<Subnet> {
  return fc.tuple(arbitraryHome, fc.boolean()).map(([home, isPublic]) => ({ key, public: isPublic, ...home }));
}

/** Groups with few different rules, so that some can be merged. */
function arbitraryGroup(key: Key): fc.Arbitrary<SecurityGroup> {
  const rules = (direction: "inbound" | "outbound", maxLength: number) => fc.array(arbitraryRule(direction, GROUPS), { maxLength });
  const knowable = <T>(facts: fc.Arbitrary<T>) =>
    fc.oneof(
      { weight: 9, arbitrary: facts.map((value) => ({ known: true, value }) as const) },
      { weight: 1, arbitrary: fc.constant({ known: false, why: "an unknown port" } as const) },
    );
  return fc
    .record({
      home: arbitraryHome,
      outbound: knowable(rules("outbound", 2)),
      references: knowable(fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, rules("inbound", 1))),
      otherUsers: fc.oneof({ weight: 6, arbitrary: fc.constant([]) }, fc.constant(["database"])),
    })
    .map(({ home, ...group }) => ({ key, ...home, ...group }));
}
