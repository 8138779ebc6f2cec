import { counted, resourceName } from "@lambda-vpc/model";
import { closest } from "fastest-levenshtein";
import { worstOf } from "../findings/measure";
import type { Report } from "../findings/report";
import { formatReport } from "../findings/report-text";
import { daysBetween } from "./day";
import type { FormerIds } from "./former-ids";
import type { StackName } from "./stack-name";
import { allowedBy, tolerates } from "./tolerance";
import { WaiverIndex } from "./waiver-index";
import { concerns, isExpired, mayApplyTo, onlyStackOf, subjectsOf, type Waivable, type Waiver } from "./waiver";

/** What waivers are reviewed against: one analysis of a stack. */
export interface Analysed {
  /** The policies that ran to their end. Whether a waiver of another policy is needed is unknown. */
  readonly policies: ReadonlySet<string>;
  readonly findings: readonly Waivable[];
  /** The day of it. */
  readonly today: string;
  readonly stack?: StackName;
  /** Set if the update leaves out resources that do not exist yet (`--target`, `--exclude`). No policy judges those. */
  readonly partial?: true;
}

/** How many days ahead a waiver states that it ends. */
export const DAYS_OF_NOTICE = 14;

/**
 * Reports about the waivers themselves: wrong and former names, waivers that expired or end soon, waivers that match nothing, and numbers that can be
 * lowered. For a person, waivers with one remark are one report. Laws: what an improvement causes is advisory, whatever the level of the setting; a
 * waiver of another stack is never reported, and one that may be of another stack is never reported as unused. An update that leaves out resources
 * shows neither that a waiver is unused nor that its number can be lowered.
 */
export function reviewWaivers(
  waivers: readonly Waiver[],
  analysed: Analysed,
  { names, former = new Map(), reader = "program" }: ReviewOptions,
): readonly Report[] {
  const concerned = findingsByWaiver(waivers, analysed);
  const closestName = memoized((name) => closest(name, [...names]));
  const remarks = waivers.flatMap((waiver) => {
    const about = { concerned: concerned.get(waiver) ?? [], closestName };
    const remark = mayApplyTo(waiver, analysed.stack) ? remarkOn(waiver, analysed, names, former, about) : undefined;
    return remark === undefined ? [] : [{ ...remark, waiver }];
  });
  const groups = reader === "program" ? remarks.map((one) => [one]) : [...Map.groupBy(remarks, ({ what, fix }) => what + fix).values()];
  return groups.flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [report(first, group)];
  });
}

interface ReviewOptions {
  /** The policies of the pack. */
  readonly names: readonly string[];
  readonly former?: FormerIds;
  readonly reader?: "person" | "program";
}

/** What to report of a waiver: `matches no finding`, `Remove it`. */
interface Remark {
  /** Continues `The waiver …`. */
  readonly what: string;
  readonly fix: string;
  /** Whether the level of the setting applies. Otherwise the report is advisory. */
  readonly wrong?: true;
}

function report(first: Remark, group: readonly { readonly waiver: Waiver }[]): Report {
  const { what, fix, wrong } = first;
  const named = group.slice(0, 3).map(({ waiver }) => nameOf(waiver));
  const more = group.length > 3 ? ` and ${group.length - 3} more` : "";
  const [only = ""] = named;
  const subject = group.length === 1 ? `The waiver of ${only}` : `${counted(group.length, "waiver")} (${named.join("; ")}${more}), each:`;
  return {
    message: formatReport({ kind: "statement", text: `${subject} ${what}. ${fix}` }),
    ...(wrong === true ? {} : { level: "advisory" }),
  };
}

function nameOf(waiver: Waiver): string {
  const { policy, reason, pattern } = waiver;
  const [first, ...others] = subjectsOf(waiver);
  const subject =
    first === undefined ? (pattern ?? "nothing") : resourceName(first) + (others.length > 0 ? ` and ${others.length} more` : "");
  return `${policy} for ${subject} (${reason})`;
}

/** The findings that each waiver is about. */
function findingsByWaiver(waivers: readonly Waiver[], { findings }: Analysed): ReadonlyMap<Waiver, readonly Waivable[]> {
  const [index, found] = [new WaiverIndex(waivers), new Map<Waiver, Waivable[]>()];
  for (const one of findings)
    for (const waiver of index.near(one).filter((near) => concerns(near, one))) {
      const earlier = found.get(waiver);
      if (earlier === undefined) found.set(waiver, [one]);
      else earlier.push(one);
    }
  return found;
}

/** A function that computes each result once. */
function memoized(compute: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const result = known.get(text) ?? compute(text);
    known.set(text, result);
    return result;
  };
}

/** What a remark on one waiver needs in addition to the analysis. */
interface About {
  readonly concerned: readonly Waivable[];
  readonly closestName: (name: string) => string;
}

function remarkOn(
  waiver: Waiver,
  analysed: Analysed,
  names: readonly string[],
  former: FormerIds,
  { concerned, closestName }: About,
): Remark | undefined {
  const { policy } = waiver;
  const present = former.get(policy);
  if (present !== undefined) return { what: `applies, but the policy was renamed to ${present}`, fix: "Use the new name." };
  if (!names.includes(policy)) return { what: "names an unknown policy", fix: `Did you mean "${closestName(policy)}"?`, wrong: true };
  if (!analysed.policies.has(policy)) return undefined;
  return concerned.length === 0
    ? remarkOnUnused(waiver, analysed)
    : (remarkOnDay(waiver, analysed.today) ?? remarkOnNumber(waiver, concerned, analysed));
}

function remarkOnUnused(waiver: Waiver, { partial }: Analysed): Remark | undefined {
  if (subjectsOf(waiver).length === 0 && waiver.pattern === undefined)
    return { what: "has no subject, so it matches nothing", fix: "Set subject to a URN, or pattern to a pattern with *.", wrong: true };
  if (waiver.verdict === undefined && subjectsOf(waiver).some((subject) => subject.includes("*")))
    return { what: "matches no finding: a subject matches literally", fix: "For a pattern with *, write it as pattern." };
  return partial === true || onlyStackOf(waiver) === undefined ? undefined : { what: "matches no finding", fix: "Remove it." };
}

function remarkOnDay(waiver: Waiver, today: string): Remark | undefined {
  const { expires } = waiver;
  const left = daysBetween(today, expires);
  const fix = "Fix the finding, or set a later day.";
  if (isExpired(waiver, today)) return { what: `expired on ${expires}`, fix, wrong: true };
  return left > DAYS_OF_NOTICE ? undefined : { what: `ends on ${expires}, ${left === 0 ? "today" : `in ${counted(left, "day")}`}`, fix };
}

function remarkOnNumber(waiver: Waiver, concerned: readonly Waivable[], { today, partial }: Analysed): Remark | undefined {
  const allowed = allowedBy(waiver);
  const found = concerned
    .filter((one) => tolerates(waiver, one, today))
    .flatMap(({ finding }) => (finding.measure ? [worstOf(finding.measure)] : []));
  const nearest = found.sort((a, b) => Math.abs(a - (allowed ?? 0)) - Math.abs(b - (allowed ?? 0)))[0];
  if (allowed === undefined || nearest === undefined || nearest === allowed) return undefined;
  if (partial === true || onlyStackOf(waiver) === undefined) return undefined;
  return { what: `allows ${allowed}, found ${nearest}`, fix: `Set found to ${nearest}.` };
}
