import { type Key, matchesPattern } from "@lambda-vpc/model";
import type { Finding } from "../findings/finding";
import * as v from "valibot";
import { accepting, text, type ValueOf, wholeNumber } from "../configuration/schema";
import { day } from "./day";
import { type StackName, stackOf, withoutStack } from "./stack-name";

const verdicts = ["violation", "warning", "undecided"] as const;

/** A waiver as it stands in a configuration. */
export const waiverShape = v.strictObject({
  policy: text(),
  subject: v.exactOptional(accepting(v.union([text(), v.pipe(v.array(text()), v.nonEmpty())]), "a URN or an AWS id, or a list of them")),
  pattern: v.exactOptional(text()),
  stacks: v.exactOptional(v.pipe(v.array(text()), v.nonEmpty())),
  kind: v.exactOptional(text()),
  verdict: v.exactOptional(v.picklist(verdicts)),
  causes: v.exactOptional(v.array(text())),
  found: v.exactOptional(accepting(v.number(), "a number")),
  limit: v.exactOptional(accepting(v.number(), "a number")),
  members: v.exactOptional(v.array(text())),
  reason: text(),
  expires: day,
  /** `found`, as earlier versions named it. */
  upTo: v.exactOptional(wholeNumber({ minimum: 0 })),
});

/**
 * Findings that a team accepts through the day `expires` (UTC): those of `policy` about `subject`, which matches literally, or about what `pattern`
 * matches, in which `*` stands for any run of characters (docs/decisions/0022-what-a-waiver-tolerates.md).
 *
 * The other keys narrow it, and `lambda-vpc baseline` writes them: the stacks, the kind of finding, and how bad it was. Each is ignored if it is absent.
 */
export type Waiver = ValueOf<typeof waiverShape>;

/** A finding of a policy in a stack, of those that waivers may tolerate. */
export interface Waivable {
  readonly policy: string;
  readonly finding: Finding;
  /** Absent if the stack has no resource. */
  readonly stack?: StackName;
}

/** What a finding is about. */
export function aboutOf({ subject, about }: Finding): readonly Key[] {
  return about === undefined || about.length === 0 ? [subject] : about;
}

/** The resources that a waiver names literally. */
export function subjectsOf({ subject = [] }: Waiver): readonly string[] {
  return typeof subject === "string" ? [subject] : subject;
}

/** Whether a waiver is about the finding, however bad it is: the policy, what it is about, its kind and its stack. Its day is ignored. */
export function concerns(waiver: Waiver, { policy, finding, stack }: Waivable): boolean {
  return isOfKind(waiver, policy, finding, stack) && covers(waiver, finding);
}

/** Whether a waiver is about a part of what the finding is about: about the sets that could be merged before another one came. */
export function touches(waiver: Waiver, { policy, finding, stack }: Waivable): boolean {
  const names = namesOf(waiver);
  return isOfKind(waiver, policy, finding, stack) && (covers(waiver, finding) || aboutOf(finding).some(names));
}

/**
 * Whether a waiver may be about a finding of an update before its resources exist. A finding about a function alone is identified. What else it is about
 * may be any resource: the VPC of a subnet whose id alone is known has its name only once the stack is complete.
 */
export function mayConcern(waiver: Waiver, { policy, finding, stack }: Waivable): boolean {
  return isOfKind(waiver, policy, finding, stack) && (finding.about !== undefined || covers(waiver, finding));
}

function isOfKind({ policy, kind, stacks }: Waiver, ofPolicy: string, finding: Finding, stack: StackName | undefined): boolean {
  const isInStack = stacks === undefined || (stack !== undefined && stacks.some((pattern) => matchesPattern(pattern, stack)));
  return policy === ofPolicy && isInStack && (kind === undefined || kind === finding.kind);
}

function covers(waiver: Waiver, finding: Finding): boolean {
  const { pattern, verdict } = waiver;
  const [about, names] = [aboutOf(finding), namesOf(waiver)];
  // A person copies the resource that the preview shows.
  if (about.every(names) || (verdict === undefined && names(finding.subject))) return true;
  return pattern !== undefined && (about.every((key) => matchesPattern(pattern, key)) || matchesPattern(pattern, finding.subject));
}

/** Which keys a waiver names literally: without their stack if it states its stacks. */
function namesOf(waiver: Waiver): (key: Key) => boolean {
  const subjects = subjectsOf(waiver);
  if (waiver.stacks === undefined) return (key) => subjects.includes(key);
  const named = new Set(subjects.map(withoutStack));
  return (key) => named.has(withoutStack(key));
}

/** Whether a waiver may apply to findings of a stack. */
export function mayApplyTo(waiver: Waiver, stack: StackName | undefined): boolean {
  const { stacks } = waiver;
  if (stack === undefined) return true;
  if (stacks !== undefined) return stacks.some((pattern) => matchesPattern(pattern, stack));
  const ownStack = onlyStackOf(waiver);
  return ownStack === undefined || ownStack === stack;
}

/** The one stack that a waiver applies to; undefined if it may apply to several. */
export function onlyStackOf(waiver: Waiver): StackName | undefined {
  const { stacks, pattern } = waiver;
  if (stacks !== undefined) return stacks.length === 1 && stacks[0]?.includes("*") === false ? stacks[0] : undefined;
  const named = [...subjectsOf(waiver), ...(pattern === undefined ? [] : [pattern])].map(stackOf);
  const [only, ...others] = new Set(named);
  return others.length === 0 && only?.includes("*") === false ? only : undefined;
}

export function isExpired({ expires }: Waiver, today: string): boolean {
  return expires < today;
}
