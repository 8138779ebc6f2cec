import { counted, formatCount, listed } from "@lambda-vpc/model";
import { countOf } from "../document/count-value";
import type { CombinationValue, RegionValue } from "./audit-document";

/** Versions by function: `orders ($LATEST, 3)`, `users and 4 more`. */
export function holdersText(holders: CombinationValue["holders"], most = 3): string {
  return listed(
    holders,
    ({ function: name, versions }) => (isLatestOnly(versions) ? name : `${name} (${listed(versions, String, 5)})`),
    most,
  );
}

function isLatestOnly(versions: readonly string[]): boolean {
  return versions.length === 1 && versions[0] === "$LATEST";
}

/** `sg-1 + sg-2`. */
export function setText(securityGroups: readonly string[]): string {
  return securityGroups.length === 0 ? "no group" : securityGroups.join(" + ");
}

/** An id with its name: `vpc-1 (main)`. */
export function idText(id: string, name: string | null): string {
  return name === null || name === "" ? id : `${id} (${name})`;
}

/** `410 to 412 of 500 (82 %)`. */
export function quotaText({ limit, used }: RegionValue["vpcs"][number]["quota"]): string {
  return `${formatBounds(used)} of ${limit} (${Math.round((100 * (used.max ?? 0)) / limit)} %)`;
}

function formatBounds(used: RegionValue["vpcs"][number]["quota"]["used"]): string {
  return formatCount(countOf(used)).replace(/ \(likely .*\)$/, "");
}

/** `12.5` for a share, without needless digits. */
export function shareText(share: number): string {
  return String(Math.round(share * 100) / 100);
}

const stateWords = {
  held: "held",
  orphan: "orphaned",
  unexplained: "unexplained",
  undecided: "undecided",
  other: "of other services",
} as const;

/** `331 held, 20 orphaned, 39 of other services`. */
export function statesText(interfaces: RegionValue["interfaces"]): string {
  const numbers = Map.groupBy(interfaces, ({ state }) => state);
  return Object.entries(stateWords)
    .flatMap(([state, words]) => {
      const number = numbers.get(state as keyof typeof stateWords)?.length ?? 0;
      return number === 0 ? [] : [`${number} ${words}`];
    })
    .join(", ");
}

/** The figures of one Region in one or two sentences. */
export function headlineOf({ functions, combinations, interfaces }: RegionValue): string {
  const held = `${counted(functions.inVpcs, "function")} in VPCs ${functions.inVpcs === 1 ? "holds" : "hold"} ${counted(combinations.length, "combination")}.`;
  return `${held} ${counted(interfaces.length, "interface")}${interfaces.length === 0 ? "" : `: ${statesText(interfaces)}`}.`;
}
