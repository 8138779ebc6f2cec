import type { AccountInterface, AccountMountTarget } from "../account/account-reading";

/** What the description of every ENI of Lambda begins with (docs/aws-facts.md#eni-description). */
const LAMBDA_DESCRIPTION = "AWS Lambda VPC ENI";

/**
 * Whether an interface is one of Lambda's: while it is attached, its type is lambda; after it is detached, only its description shows whose it was
 * (docs/aws-facts.md#eni-attributes).
 */
export function isOfLambda({ type, description }: Pick<AccountInterface, "type" | "description">): boolean {
  return type === "lambda" || description.startsWith(LAMBDA_DESCRIPTION);
}

/** Whether an interface of Lambda is detached. */
export function isDetached({ type }: Pick<AccountInterface, "type">): boolean {
  return type !== "lambda";
}

/** Who has an interface that is not one of Lambda's. */
export type InterfaceOwner =
  | { readonly kind: "mount-target"; readonly id: string; readonly fileSystem: string }
  /** A service created it (AWS: RequesterId). Its type and description state what it is for. */
  | { readonly kind: "service"; readonly requester: string }
  /** It was created by a call of the account, such as those of instances. */
  | { readonly kind: "account" };

/** The owner of an interface. The description of the interface of a mount target contains the id of the mount target. */
export function ownerOf(
  { description, subnet, requester }: AccountInterface,
  mountTargets: ReadonlyMap<string, readonly AccountMountTarget[]>,
): InterfaceOwner {
  const target = (mountTargets.get(subnet) ?? []).find(({ id }) => description.includes(id));
  if (target !== undefined) return { kind: "mount-target", id: target.id, fileSystem: target.fileSystem };
  return requester === undefined ? { kind: "account" } : { kind: "service", requester };
}
