import type { Account } from "../account/store/account";
import type { Properties } from "../property/value";
import type { Subject } from "./subject";
import { textsIn } from "./texts-in";

/** Where the subnets and security groups in the properties of a resource are. */
export function networkPlace(account: Account, values: Properties): Pick<Subject, "vpcId" | "zones" | "defaultGroupId"> {
  const { subnets, securityGroups, vpcs } = account.tables;
  const texts = textsIn(values);
  const found = texts.flatMap((id) => subnets.get(id) ?? []);
  const vpcId = found[0]?.vpcId ?? texts.map((id) => securityGroups.get(id)?.vpcId).find((id) => id !== undefined);
  return {
    vpcId,
    zones: [...new Set(found.map(({ availabilityZone }) => availabilityZone))].sort(),
    defaultGroupId: vpcId === undefined ? undefined : vpcs.get(vpcId)?.defaultSecurityGroupId,
  };
}
