import fc from "fast-check";
import type { FunctionDescription, ListForm, ListText } from "./refusals-program";

/** The networks from which a program takes subnets and groups. */
type Home = "main" | "old" | "dual" | "existing";

const numbered = (name: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${name}[${index}]!.id`);

const subnetsOf: Readonly<Record<Home, readonly string[]>> = {
  main: numbered("mainSubnets", 3),
  old: numbered("oldSubnets", 2),
  dual: numbered("dualSubnets", 2),
  existing: ['"subnet-0a"', '"subnet-0b"', "gotSubnet.id"],
};
const groupsOf: Readonly<Record<Home, readonly string[]>> = {
  main: [...numbered("mainGroups", 3), "main.defaultSecurityGroupId", "shared.id"],
  old: [...numbered("oldGroups", 2), "shared.id"],
  dual: numbered("dualGroups", 2),
  existing: ['"sg-0a"', "gotGroup.id", "newInExisting.id"],
};

/**
 * Lists of any form. An apply hides ids that are not of resources of the stack, and whether it takes a group that is usable in two VPCs. So it is
 * over other resources only.
 */
function listOf(ids: readonly string[], forms: readonly ListForm[] = ["elements", "elements", "repeated", "whole", "picked"]) {
  const isOfStack = (id: string): boolean => /^\w+(\[\d\]!)?\.id$/.test(id) && !id.startsWith("got") && id !== "shared.id";
  return fc
    .uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 })
    .chain((some) =>
      fc
        .constantFrom(...(some.every(isOfStack) ? forms : forms.filter((form) => form === "elements" || form === "repeated")))
        .map((form): ListText => ({ ids: some, form })),
    );
}

const none: ListText = { ids: [], form: "elements" };
const exactly = (ids: readonly string[]): ListText => ({ ids, form: "elements" });
const tooManySubnets = exactly(numbered("mainSubnets", 17));
const mostSubnets = exactly(numbered("mainSubnets", 16));
const tooManyGroups = exactly(numbered("mainGroups", 6));
const mostGroups = exactly(numbered("mainGroups", 5));
const twoVpcs: readonly ListText[] = [exactly(["mainSubnets[0]!.id", "oldSubnets[0]!.id"]), exactly(["oldSubnets[1]!.id", '"subnet-0a"'])];

const home = fc.constantFrom<Home>("main", "main", "old", "dual", "existing");
/** The VPC of a group without a VPC is unknown where the subnets are of an existing VPC, and so is whether existing subnets are dual-stack. */
const created = fc.constantFrom<Home>("main", "old", "dual");
const plain = { ipv6: false, edge: false };

type Unnamed = Omit<FunctionDescription, "name">;

/** Subnets and groups of one network, which AWS mostly accepts, and neighbors of them with one mistake. */
export const arbitraryFunction: fc.Arbitrary<Unnamed> = fc.oneof(
  { weight: 6, arbitrary: fc.oneof(...(["main", "old", "dual", "existing"] as const).map((one) => atHome(one, plain))) },
  { weight: 3, arbitrary: fc.tuple(home, home).chain(([one, other]) => apart(one, other)) },
  {
    weight: 1,
    arbitrary: created.chain((one) => listOf(subnetsOf[one]).map((subnets) => ({ subnets, groups: exactly(["withoutVpc.id"]), ...plain }))),
  },
  { weight: 1, arbitrary: fc.constantFrom(...twoVpcs).map((subnets) => ({ subnets, groups: exactly(["mainGroups[0]!.id"]), ...plain })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(tooManySubnets, mostSubnets), fc.constantFrom(tooManyGroups, mostGroups))
      .map(([subnets, groups]) => ({
        subnets,
        groups,
        ...plain,
      })),
  },
  { weight: 1, arbitrary: home.chain((one) => listOf(subnetsOf[one]).map((subnets) => ({ subnets, groups: none, ...plain }))) },
  { weight: 1, arbitrary: home.chain((one) => listOf(groupsOf[one]).map((groups) => ({ subnets: none, groups, ...plain }))) },
  { weight: 2, arbitrary: created.chain((one) => atHome(one, { ipv6: true, edge: false })) },
  { weight: 1, arbitrary: fc.boolean().map((ipv6) => ({ subnets: none, groups: none, ipv6, edge: !ipv6 })) },
  { weight: 1, arbitrary: home.chain((one) => atHome(one, { ipv6: false, edge: true })) },
);

function atHome(one: Home, settings: Pick<FunctionDescription, "ipv6" | "edge">): fc.Arbitrary<Unnamed> {
  return fc.record({ subnets: listOf(subnetsOf[one]), groups: listOf(groupsOf[one]) }).map((lists) => ({ ...lists, ...settings }));
}

function apart(one: Home, other: Home): fc.Arbitrary<Unnamed> {
  return fc
    .record({ subnets: listOf(subnetsOf[one]), groups: listOf(groupsOf[other], ["elements", "repeated", "whole"]) })
    .map((lists) => ({
      ...lists,
      ...plain,
    }));
}
