import { displayName, isExactSelection, type Key, keySet, type Selection, type Verdict } from "@lambda-vpc/model";
import { isAwsId } from "@lambda-vpc/policy-kit";

/** What an approved configuration lists of one kind: AWS ids, Pulumi names or URNs. Order and duplicates never matter. */
export type ApprovedList = readonly string[];

/** How a list of a function differs from an approved one, as far as is certain. */
export interface Difference {
  /** Approved, and surely not in the function's list. */
  readonly lacks: readonly string[];
  /** Surely in the function's list, and not approved. */
  readonly hasBesides: readonly Key[];
  /** Surely more elements, or surely fewer, than are approved. */
  readonly otherLength: boolean;
}

/** Whether `key` is what an approved list calls `name`: an AWS id, a URN, or a name in this stack, which never passes for an AWS id. */
function isCalled(key: Key, name: string): boolean {
  return key === name || (!isAwsId(name) && displayName(key) === name);
}

/** A resource that adopts what exists may turn out to be any AWS id (docs/aws-facts.md#adopting-resources). */
export function adopts(key: Key): boolean {
  return /aws:ec2\/default(Subnet|SecurityGroup):/.test(key);
}

function mayBeCalled(key: Key, name: string): boolean {
  return isCalled(key, name) || (adopts(key) && isAwsId(name));
}

/** Whether a selection is the approved list. Law: what it says of a selection holds for every set the selection stands for. */
export function isApproved(selection: Selection, approved: ApprovedList): Verdict {
  const { certain } = selection;
  const called = certain.every((key) => approved.some((name) => isCalled(key, name)));
  if (isExactSelection(selection) && called && approved.every((name) => certain.some((key) => isCalled(key, name)))) return "ok";
  const { lacks, hasBesides, otherLength } = differenceFrom(selection, approved);
  return lacks.length > 0 || hasBesides.length > 0 || otherLength ? "violation" : "undecided";
}

/** How a selection surely differs from the approved list. */
export function differenceFrom({ certain, possible, open, least, most }: Selection, approved: ApprovedList): Difference {
  const names = keySet(approved);
  return {
    lacks: names.filter((name) => !open && !possible.some((key) => mayBeCalled(key, name))),
    hasBesides: certain.filter((key) => !names.some((name) => mayBeCalled(key, name))),
    otherLength: least > names.length || most < distinctLength(names),
  };
}

/** The least number of things that names stand for: one may stand there by its name and by its URN. */
function distinctLength(names: readonly string[]): number {
  return new Set(names.map(displayName)).size;
}
