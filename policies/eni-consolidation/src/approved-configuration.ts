import {
  resourceName,
  isExactSelection,
  isManaged,
  type Key,
  keySet,
  type Selection,
  type Verdict,
  vpcOfDefaultGroup,
} from "@lambda-vpc/model";
import { isAwsId } from "@lambda-vpc/policy-kit";

/** The subnets or the security groups of an approved configuration: AWS ids, Pulumi names or URNs. Law: order and duplicates never matter. */
export type ApprovedList = readonly string[];

/** What certainly differs between the list of a function and an approved list. */
export interface ListDifference {
  /** Approved, and certainly not in the function's list. */
  readonly missing: readonly string[];
  /** Certainly in the function's list, and not approved. */
  readonly extra: readonly Key[];
  /** Whether the list certainly has more or fewer elements than the approved one. */
  readonly lengthDiffers: boolean;
}

/** Whether `name` in an approved list means `key`: an AWS id, a URN, or a Pulumi name. A Pulumi name is never read as an AWS id. */
export function isNamed(key: Key, name: string): boolean {
  return key === name || (!isAwsId(name) && resourceName(key) === name);
}

/**
 * Whether `key` is a resource that AWS creates, such as the default group of a VPC, or one that adopts such a resource. It may have any AWS id
 * (docs/aws-facts.md#adopting-resources).
 */
export function isAdoptingResource(key: Key): boolean {
  return vpcOfDefaultGroup(key) !== undefined || /aws:ec2\/default(Subnet|SecurityGroup):/.test(key);
}

/** If ids alone are known, an id may belong to any resource of the stack. */
function mayBeNamed(key: Key, name: string, idsOnly: boolean): boolean {
  return isNamed(key, name) || (isAdoptingResource(key) && isAwsId(name)) || (idsOnly && !isManaged(key) && !isAwsId(name));
}

/** Whether a selection is the approved list. Law: the verdict holds for every set that the selection stands for. */
export function isApproved(selection: Selection, approved: ApprovedList, idsOnly = false): Verdict {
  const { certain } = selection;
  const named = certain.every((key) => approved.some((name) => isNamed(key, name)));
  if (isExactSelection(selection) && named && approved.every((name) => certain.some((key) => isNamed(key, name)))) return "ok";
  const { missing, extra, lengthDiffers } = differenceFrom(selection, approved, idsOnly);
  return missing.length > 0 || extra.length > 0 || lengthDiffers ? "violation" : "undecided";
}

/** What certainly differs between a selection and the approved list. */
export function differenceFrom(
  { certain, possible, open, least, most }: Selection,
  approved: ApprovedList,
  idsOnly = false,
): ListDifference {
  const names = keySet(approved);
  return {
    missing: names.filter((name) => !open && !possible.some((key) => mayBeNamed(key, name, idsOnly))),
    extra: certain.filter((key) => !names.some((name) => mayBeNamed(key, name, idsOnly))),
    lengthDiffers: least > names.length || most < distinctLength(names),
  };
}

/** The least number of resources that `names` can stand for: the name and the URN of one resource may both be in the list. */
function distinctLength(names: readonly string[]): number {
  return new Set(names.map(resourceName)).size;
}
