import type { UsedSet } from "./generated-network";
import type { Random } from "./random";

/** The subnets and groups of a function or of one of its versions. */
interface Configuration {
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
}

interface FunctionsRequest {
  readonly region: string;
  readonly names: readonly string[];
  /** How many versions each function has published. */
  readonly versions: number;
  /** How many functions are idle, the first ones. */
  readonly idle: number;
  readonly sets: readonly [UsedSet, ...UsedSet[]];
}

/** A function has 16 subnets at most (docs/aws-facts.md#function-limits). */
const MOST_SUBNETS = 16;

const TEAMS: readonly [string, ...string[]] = ["payments", "search", "shop", "warehouse"];

/**
 * Functions with versions that use every subnet of every set at least once, in other configurations than the present one of an idle function,
 * whose interfaces Lambda reclaims. Throws `RangeError` if there are too few configurations for it.
 */
export function generateFunctions({ region, names, versions, idle, sets }: FunctionsRequest, random: Random): readonly object[] {
  const slots = names.flatMap((_, index) =>
    Array.from({ length: versions + 1 }, (__, version) => ({ index, version })).filter(
      ({ version }) => version < versions || index >= idle,
    ),
  );
  const width = Math.max(3, Math.ceil(sets.reduce((sum, { subnetIds }) => sum + subnetIds.length, 0) / Math.max(1, slots.length)) + 1);
  const needed = sets.flatMap((set) => parts(set, Math.min(width, MOST_SUBNETS)));
  if (needed.length > slots.length)
    throw new RangeError(
      `${slots.length} configurations of functions cannot use ${needed.length} parts of sets. Generate more functions or fewer interfaces`,
    );
  const fixed = new Map(random.shuffled(slots).map(({ index, version }, place) => [`${index} ${version}`, needed[place]]));
  const configuration = (index: number, version: number): Configuration =>
    fixed.get(`${index} ${version}`) ?? someOf(random.pick(sets), random);
  return names.map((name, index) => ({
    name,
    region,
    tags: { team: random.pick(TEAMS), ...(random.below(3) === 0 ? {} : { service: `service-${random.below(20)}` }) },
    runtime: "nodejs22.x",
    handler: "index.handler",
    ...(index < idle ? { idle: true } : {}),
    ...(versions > 0 && random.below(2) === 0 ? { aliases: { live: String(versions) } } : {}),
    versions: Array.from({ length: versions }, (_, version) => configuration(index, version)),
    ...configuration(index, versions),
  }));
}

function parts({ subnetIds, securityGroupIds }: UsedSet, width: number): readonly Configuration[] {
  const count = Math.ceil(subnetIds.length / width);
  return Array.from({ length: count }, (_, index) => ({
    subnetIds: subnetIds.slice(index * width, (index + 1) * width),
    securityGroupIds,
  }));
}

/** One to three subnets of a set. */
function someOf({ subnetIds, securityGroupIds }: UsedSet, random: Random): Configuration {
  return { subnetIds: random.shuffled(subnetIds).slice(0, 1 + random.below(3)), securityGroupIds };
}
