import fc from "fast-check";
import type {
  AccountFunction,
  AccountInterface,
  AccountReading,
  AccountVersion,
  ReadingGap,
  ReadingPart,
} from "../../account/account-reading";
import { detachedInterface, functionOf, groupOf, lambdaInterface, sampleReading, strangerInterface, versionOf } from "./sample-account";

const SUBNETS = ["subnet-1", "subnet-2"];
const GROUPS = ["sg-1", "sg-2", "sg-3"];
const PARTS: readonly ReadingPart[] = [
  ...(["functions", "versions", "aliases", "tags", "states", "vpcs", "subnets"] as const),
  ...(["security-groups", "security-group-rules", "interfaces", "mount-targets", "quotas"] as const),
];

const subnets = fc.subarray(SUBNETS, { minLength: 1 });
const groups = fc.subarray(GROUPS, { minLength: 1, maxLength: 2 });

const version = (name: string): fc.Arbitrary<AccountVersion> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.tuple(subnets, groups).map(([own, set]) => versionOf(name, own, set)) },
    { weight: 1, arbitrary: fc.constant(versionOf(name)) },
  );

const functionNamed = (name: string): fc.Arbitrary<AccountFunction> =>
  fc
    .tuple(version("$LATEST"), version("1"), version("2"), fc.nat(2), fc.subarray(["1", "2"]), fc.boolean())
    .map(([latest, first, second, number, named, idle]) =>
      functionOf(name, idle ? { ...latest, state: "Inactive", stateReason: "Idle" } : latest, {
        published: [first, second].slice(0, number),
        aliases: named.length === 0 ? [] : [{ name: "live", versions: named }],
      }),
    );

const interfaceNamed = (id: string): fc.Arbitrary<AccountInterface> =>
  fc
    .tuple(fc.constantFrom(lambdaInterface, lambdaInterface, detachedInterface, strangerInterface), fc.constantFrom(...SUBNETS), groups)
    .map(([make, subnet, set]) => make(id, subnet, set));

/** A gap in one part, of the whole part or of one function. */
export function arbitraryGap(parts: readonly ReadingPart[] = PARTS): fc.Arbitrary<ReadingGap> {
  return fc.record({ part: fc.constantFrom(...parts), reason: fc.constantFrom("denied", "throttled", "cut") }).map(({ part, reason }) => ({
    part,
    call: `any:Read${part}`,
    reason,
    message: "not read",
  }));
}

/** Accounts of up to three functions over two subnets and three groups, with interfaces of every kind. Nothing is unread. */
export function arbitraryAccount(): fc.Arbitrary<AccountReading> {
  const rule = fc.constantFrom(
    { direction: "egress", protocol: "-1", peer: { cidr: "0.0.0.0/0" } } as const,
    { direction: "ingress", protocol: "tcp", fromPort: 443, toPort: 443, peer: { securityGroup: "sg-1" } } as const,
  );
  return fc
    .tuple(
      fc.tuple(functionNamed("catalog"), functionNamed("orders"), functionNamed("users")),
      fc.nat(3),
      fc.tuple(...["eni-1", "eni-2", "eni-3", "eni-4"].map(interfaceNamed)),
      fc.subarray(SUBNETS),
      fc.tuple(...GROUPS.map(() => fc.array(rule, { maxLength: 2 }))),
    )
    .map(([functions, number, interfaces, mounted, rules]) =>
      sampleReading({
        functions: functions.slice(0, number),
        interfaces,
        mountTargets: mounted.map((subnet) => ({ id: `fsmt-${subnet}`, fileSystem: "fs-1", subnet, securityGroups: ["sg-3"] })),
        securityGroups: GROUPS.map((id, index) => groupOf(id, { rules: rules[index] ?? [] })),
      }),
    );
}

/** The same reading in another order, with duplicates in every list. */
export function shuffledReading(reading: AccountReading): fc.Arbitrary<AccountReading> {
  return fc
    .tuple(
      again(reading.functions.map((one) => ({ ...one, published: one.published.toReversed(), latest: reversed(one.latest) }))),
      again(reading.interfaces.map((one) => ({ ...one, securityGroups: [...one.securityGroups.toReversed(), ...one.securityGroups] }))),
      again(reading.subnets),
      again(reading.securityGroups),
      again(reading.mountTargets),
      again(reading.gaps),
    )
    .map(([functions, interfaces, subnetFacts, securityGroups, mountTargets, gaps]) => ({
      ...reading,
      functions,
      interfaces,
      subnets: subnetFacts,
      securityGroups,
      mountTargets,
      gaps,
    }));
}

function reversed({ vpc, ...version }: AccountVersion): AccountVersion {
  if (vpc === undefined) return version;
  return {
    ...version,
    vpc: { ...vpc, subnets: [...vpc.subnets.toReversed(), ...vpc.subnets], securityGroups: vpc.securityGroups.toReversed() },
  };
}

function again<T>(things: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.subarray([...things]).chain((more) => fc.shuffledSubarray([...things, ...more], { minLength: things.length + more.length }));
}
