import fc from "fast-check";
import type { Key } from "../../facts/key";
import type { Knowable } from "../../facts/knowable";
import type { Attachment, Network, SecurityGroup, Subnet } from "../../facts/network";
import type { PartialList } from "../../facts/partial-list";
import type { SecurityGroupRule } from "../../facts/security-group-rule";
import { arbitraryInventory } from "./arbitrary-inventory";
import { arbitraryKnownList, arbitraryList } from "./arbitrary-list";
import { arbitraryRule } from "./arbitrary-rule";
import { renamed } from "../variations/renaming";

/** What a function of one VPC names. */
interface Area {
  readonly vpc: Key;
  readonly subnets: readonly Key[];
  readonly groups: readonly Key[];
}

/** How the facts of a network are drawn. */
interface Layout {
  readonly areas: readonly Area[];
  /** Whether VPCs, rules and other users of groups vary. Where they do not, many groups can be merged. */
  readonly varied: boolean;
}

const SUBNETS: readonly Key[] = ["subnet-1", "subnet-2", "subnet-3", "subnet-4"];
const GROUPS: readonly Key[] = ["group-1", "group-2", "group-3", "group-4"];
const VPCS: readonly Key[] = ["vpc-1", "vpc-2"];

const oneVpc: readonly Area[] = [{ vpc: "vpc-1", subnets: SUBNETS, groups: ["group-1", "group-2", "group-3"] }];
const twoVpcs: readonly Area[] = [
  { vpc: "vpc-1", subnets: ["subnet-1", "subnet-2"], groups: ["group-1", "group-2"] },
  { vpc: "vpc-2", subnets: ["subnet-3", "subnet-4"], groups: ["group-3", "group-4"] },
];

/** Networks of up to four functions over four subnets, four groups and two VPCs, with much of it unknown; most of them with an inventory. */
export function arbitraryNetwork(): fc.Arbitrary<Network> {
  return networkOf(arbitraryList);
}

/** Networks whose attachments show every id. */
export function arbitraryKnownNetwork(): fc.Arbitrary<Network> {
  return networkOf(arbitraryKnownList);
}

/**
 * Networks in which two groups, two subnets or both may be the same thing: the first is a resource that adopts what exists, and no inventory
 * names it, because its id does not show.
 */
export function arbitraryAliasedNetwork(): fc.Arbitrary<Network> {
  const [groups, subnets] = [
    ["group-1", "group-2"],
    ["subnet-1", "subnet-2"],
  ] as const;
  return fc.tuple(arbitraryNetwork(), fc.constantFrom([groups], [subnets], [groups, subnets])).map(([network, aliases]) => {
    const byId = (key: Key): Key => (key === "group-1" ? "group-2" : key === "subnet-1" ? "subnet-2" : key);
    const { inventory } = renamed(network, byId);
    return { ...network, aliases, ...(inventory === undefined ? {} : { inventory }) };
  });
}

/** Networks whose functions are in two VPCs, with security groups of both that grant the same. */
export function arbitraryNetworkOfTwoVpcs(): fc.Arbitrary<Network> {
  return networkOf(arbitraryList, fc.constant(twoVpcs));
}

type ArbitraryList = (keys: readonly Key[]) => fc.Arbitrary<PartialList>;

function networkOf(list: ArbitraryList, areas = fc.constantFrom(oneVpc, oneVpc, twoVpcs)): fc.Arbitrary<Network> {
  const layouts = fc.record({ areas, varied: fc.boolean() });
  const facts = layouts.chain((layout) =>
    fc.record({
      subnets: some(SUBNETS).chain((keys) => fc.tuple(...keys.map((key) => arbitrarySubnet(layout, key)))),
      securityGroups: fc
        .tuple(some(layout.areas.flatMap(({ groups }) => groups)), arbitraryGrant, arbitraryGrant)
        .chain(([keys, often, seldom]) =>
          fc.tuple(...keys.map((key) => arbitraryGroup(layout, key, fc.constantFrom(often, often, often, seldom)))),
        ),
      attachments: attachments(layout, list),
    }),
  );
  const inventory = fc.option(arbitraryInventory(SUBNETS, GROUPS, VPCS), { nil: undefined });
  return fc.tuple(facts, inventory).map(([network, held]) => (held === undefined ? network : { ...network, inventory: held }));
}

/** Mostly all of `keys`: a stack seldom knows only some of what its functions name. */
function some(keys: readonly Key[]): fc.Arbitrary<Key[]> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant<Key[]>([...keys]) }, { weight: 1, arbitrary: fc.subarray([...keys]) });
}

/** Functions that mostly stay in one area, as AWS requires, so that most networks can exist. */
function attachments({ areas }: Layout, list: ArbitraryList): fc.Arbitrary<Attachment[]> {
  const everywhere = { subnets: SUBNETS, groups: areas.flatMap(({ groups }) => groups) };
  const lists = fc
    .oneof({ weight: 14, arbitrary: fc.constantFrom(...areas) }, { weight: 1, arbitrary: fc.constant(everywhere) })
    .chain(({ subnets, groups }) => fc.record({ subnets: list(subnets), securityGroups: list(groups) }));
  const several = fc.oneof(
    { weight: 1, arbitrary: fc.array(lists, { minLength: 1, maxLength: 4 }) },
    { weight: 2, arbitrary: fc.array(lists, { minLength: 3, maxLength: 4 }) },
  );
  return fc
    .tuple(several, fc.constantFrom("nothing", "nothing", "subnets", "both"))
    .map(([all, shared]) => withOneOrigin(all, shared).map((one, index) => ({ consumer: `function-${index}`, ...one })));
}

/** The last function takes the subnets of the first, or both of its lists, as functions of one shared configuration do. */
function withOneOrigin<T extends Pick<Attachment, "subnets" | "securityGroups">>(
  all: readonly T[],
  shared: "nothing" | "subnets" | "both",
): readonly T[] {
  const [first] = all;
  if (first === undefined || shared === "nothing") return all;
  const subnets = { ...first.subnets, origin: "shared" };
  const groups = shared === "both" ? { securityGroups: { ...first.securityGroups, origin: "shared" } } : {};
  const sharing = (one: T): T => ({ ...one, subnets, ...groups });
  return all.map((one, index) => (index === 0 || index === all.length - 1 ? sharing(one) : one));
}

/** The VPC of its area; in a varied layout perhaps none that shows, or another. */
function arbitraryHome({ areas, varied }: Layout, key: Key): fc.Arbitrary<{ readonly vpc?: Key }> {
  const area = areas.find(({ subnets, groups }) => subnets.includes(key) || groups.includes(key));
  const home = fc.constant(area === undefined ? {} : { vpc: area.vpc });
  if (!varied) return home;
  return fc.oneof(
    { weight: 7, arbitrary: home },
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constantFrom(...VPCS).map((vpc) => ({ vpc })) },
  );
}

function arbitrarySubnet(layout: Layout, key: Key): fc.Arbitrary<Subnet> {
  return fc.tuple(arbitraryHome(layout, key), fc.boolean()).map(([home, isPublic]) => ({ key, public: isPublic, ...home }));
}

/** The rules of a group, and those that refer to it. */
interface Grant {
  readonly outbound: readonly SecurityGroupRule[];
  readonly references: readonly SecurityGroupRule[];
}

/** Groups that rules are about: mostly others than those of the functions, because a rule about one of them sets it apart. */
const PEERS: readonly Key[] = ["group-3", "group-5", "group-6"];

const arbitraryGrant: fc.Arbitrary<Grant> = fc.record({
  outbound: fc.array(arbitraryRule("outbound", PEERS), { maxLength: 2 }),
  references: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(arbitraryRule("inbound", PEERS), { maxLength: 1 })),
});

function arbitraryGroup(layout: Layout, key: Key, grant: fc.Arbitrary<Grant>): fc.Arbitrary<SecurityGroup> {
  const variation = fc.constantFrom("outbound hidden", "references hidden", "other user", ...Array<"none">(7).fill("none"));
  return fc
    .record({ home: arbitraryHome(layout, key), grant, variation: layout.varied ? variation : fc.constant("none") })
    .map(({ home, grant: { outbound, references }, variation: varied }) => ({
      ...{ key, ...home, otherUsers: varied === "other user" ? ["database"] : [] },
      outbound: shownUnless(varied === "outbound hidden", outbound),
      references: shownUnless(varied === "references hidden", references),
    }));
}

function shownUnless<T>(hidden: boolean, value: T): Knowable<T> {
  return hidden ? { ok: false, error: "an unknown port" } : { ok: true, value };
}
