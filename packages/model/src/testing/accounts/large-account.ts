import type { AccountFunction, AccountInterface, AccountReading, AccountVersion } from "../../account/account-reading";
import {
  detachedInterface,
  functionOf,
  groupOf,
  lambdaInterface,
  sampleReading,
  strangerInterface,
  subnetOf,
  versionOf,
} from "./sample-account";

/** How large a generated account is. */
export interface AccountSize {
  readonly functions: number;
  /** Security-group sets, of one to three groups each. */
  readonly sets: number;
  /** Published versions of each function. */
  readonly versions: number;
  readonly interfaces: number;
}

/**
 * An account as AWS's documented rules make it: one ENI for each combination that a version holds, and a second one for some of them. The rest of the interfaces are
 * orphans, interfaces that Lambda has not deleted yet, and those of other services, some of them with the subnet and the groups of functions.
 */
export function largeAccount({ functions, sets, versions, interfaces }: AccountSize, seed = 1): AccountReading {
  const random = randomNumbers(seed);
  const vpcs = ["vpc-a", "vpc-b", "vpc-c", "vpc-d"];
  const subnets = vpcs.flatMap((vpc, place) =>
    Array.from({ length: 6 }, (_, index) =>
      subnetOf(`subnet-${vpc.at(-1) ?? ""}${index}`, { vpc, cidrBlock: `10.${place}.${index}.0/24` }),
    ),
  );
  const groups = vpcs.flatMap((vpc) => Array.from({ length: 12 }, (_, index) => groupOf(`sg-${vpc.at(-1) ?? ""}${index}`, { vpc })));
  const pick = <T>(list: readonly T[], most: number): readonly T[] => {
    const start = random(list.length);
    return Array.from({ length: 1 + random(most) }, (_, index) => list[(start + index) % list.length]).flatMap((one) => one ?? []);
  };
  const pool = Array.from({ length: sets }, (_, index) => {
    const vpc = vpcs[index % vpcs.length] ?? "";
    const own = groups.filter((group) => group.vpc === vpc).map(({ id }) => id);
    return { vpc, groups: own.slice(Math.floor(index / vpcs.length) % 9).slice(0, 1 + (index % 3)) };
  });
  const version = (name: string): AccountVersion => {
    const { vpc, groups: own } = pool[random(pool.length)] ?? { vpc: "", groups: [] };
    const places = pick(
      subnets.filter((subnet) => subnet.vpc === vpc).map(({ id }) => id),
      3,
    );
    const { vpc: network, ...rest } = versionOf(name, places, random(2) === 0 ? own : own.toReversed());
    return { ...rest, ...(network === undefined ? {} : { vpc: { ...network, vpc } }) };
  };
  const all = Array.from({ length: functions }, (_, index): AccountFunction => {
    const published = Array.from({ length: versions }, (__, number) => version(String(number + 1)));
    const aliases = random(3) === 0 ? [{ name: "live", versions: [String(1 + random(versions))] }] : [];
    return functionOf(`function-${String(index).padStart(4, "0")}`, version("$LATEST"), {
      published,
      aliases,
      tags: { team: `team-${index % 5}` },
    });
  });
  const made = interfacesOf(all);
  const rest = Array.from({ length: Math.max(0, interfaces - made.length) }, (_, index): AccountInterface => {
    const [id, { subnet, securityGroups, vpc }] = [`eni-rest${index}`, made[random(made.length)] ?? lambdaInterface("", "", [])];
    const foreign = [...securityGroups, `sg-x${index}`];
    switch (index % 4) {
      case 0:
        return { ...detachedInterface(id, subnet, foreign), vpc };
      case 1:
        return { ...lambdaInterface(id, subnet, foreign), vpc };
      case 2:
        return { ...strangerInterface(id, subnet, securityGroups), vpc };
      default:
        return { ...lambdaInterface(id, subnet, securityGroups.toReversed()), vpc };
    }
  });
  const vpcFacts = vpcs.map((id, index) => ({ id, cidrBlocks: [`10.${index}.0.0/16`], isDefault: false, tags: {} }));
  return sampleReading({ functions: all, vpcs: vpcFacts, subnets, securityGroups: groups, interfaces: [...made, ...rest] });
}

/** One interface for each combination, by the text of its subnet and its sorted groups. */
function interfacesOf(functions: readonly AccountFunction[]): readonly AccountInterface[] {
  const made = new Map<string, AccountInterface>();
  for (const { latest, published } of functions)
    for (const { vpc } of [latest, ...published])
      for (const subnet of vpc?.subnets ?? []) {
        const groups = (vpc?.securityGroups ?? []).toSorted();
        const text = `${subnet} ${groups.join(",")}`;
        if (!made.has(text)) made.set(text, { ...lambdaInterface(`eni-${made.size}`, subnet, groups), vpc: vpc?.vpc ?? "" });
      }
  return [...made.values()];
}

/** Whole numbers from 0 to below a bound, the same for the same seed (a linear congruential generator). */
function randomNumbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
