import type { Account } from "../store/account";
import type { AwsError } from "../store/aws-error";
import type { Subnet } from "../rows/vpc-rows";
import { findSubnet } from "../vpc/subnet";

/** The subnets, in order. They must be in one VPC, one in each zone. Throws an error of `errors` otherwise. */
export function zoneSubnets(
  account: Account,
  ids: readonly string[],
  errors: { readonly otherVpc: (id: string) => AwsError; readonly sameZone: (id: string, zone: string) => AwsError },
): readonly Subnet[] {
  const subnets = [...new Set(ids)].map((id) => findSubnet(account, id));
  const foreignSubnet = subnets.find(({ vpcId }) => vpcId !== subnets[0]?.vpcId);
  if (foreignSubnet !== undefined) throw errors.otherVpc(foreignSubnet.id);
  const duplicate = subnets.find(
    ({ id, availabilityZone }) => subnets.find((first) => first.availabilityZone === availabilityZone)?.id !== id,
  );
  if (duplicate !== undefined) throw errors.sameZone(duplicate.id, duplicate.availabilityZone);
  return subnets;
}
