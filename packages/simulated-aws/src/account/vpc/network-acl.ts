import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import type { NetworkAcl } from "../rows/vpc-rows";

/** The default network ACL with this id. Throws `InvalidNetworkAclID.NotFound`. */
export function findNetworkAcl(account: Account, id: string): NetworkAcl {
  const acl = account.tables.networkAcls.get(id);
  if (acl === undefined) throw new AwsError("InvalidNetworkAclID.NotFound", `The networkAcl ID '${id}' does not exist`);
  return acl;
}

/** Replaces the rules and tags of an ACL. Throws `NetworkAclEntryAlreadyExists` for two rules of one number and direction. */
export function putNetworkAcl(account: Account, acl: NetworkAcl): NetworkAcl {
  const numbers = acl.rules.map(({ egress, ruleNo }) => `${ruleNo} ${egress}`);
  const repeated = acl.rules.find((_, index) => numbers.indexOf(numbers[index] ?? "") !== index);
  if (repeated !== undefined)
    throw new AwsError("NetworkAclEntryAlreadyExists", `The network acl entry identified by ${repeated.ruleNo} already exists.`);
  return account.tables.networkAcls.put(acl);
}
