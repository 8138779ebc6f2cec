import type { AccountSecurityGroupRule } from "@lambda-vpc/model";
import { type JsonObject, listOf, numberOf, objectOf, textOf, textsOf } from "./config-item";

/** The rules of a security group in AWS Config: one for each peer of each permission. */
export function configRules(configuration: JsonObject): readonly AccountSecurityGroupRule[] {
  return [
    ...listOf(configuration["ipPermissions"]).flatMap((one) => permissionRules("ingress", objectOf(one))),
    ...listOf(configuration["ipPermissionsEgress"]).flatMap((one) => permissionRules("egress", objectOf(one))),
  ];
}

function permissionRules(direction: AccountSecurityGroupRule["direction"], permission: JsonObject): readonly AccountSecurityGroupRule[] {
  const [fromPort, toPort] = [numberOf(permission["fromPort"]), numberOf(permission["toPort"])];
  const common = {
    ...{ direction, protocol: textOf(permission["ipProtocol"]) ?? "-1" },
    ...(fromPort === undefined ? {} : { fromPort }),
    ...(toPort === undefined ? {} : { toPort }),
  };
  const ipv4 = textsOf(permission["ipv4Ranges"], "cidrIp");
  // Older items have the ranges as texts alone.
  const ranges = ipv4.length > 0 ? ipv4 : [...textsOf(permission["ipRanges"]), ...textsOf(permission["ipRanges"], "cidrIp")];
  const peers: readonly AccountSecurityGroupRule["peer"][] = [
    ...ranges.map((cidr) => ({ cidr })),
    ...textsOf(permission["ipv6Ranges"], "cidrIpv6").map((cidr) => ({ cidr })),
    ...textsOf(permission["userIdGroupPairs"], "groupId").map((securityGroup) => ({ securityGroup })),
    ...textsOf(permission["prefixListIds"], "prefixListId").map((prefixList) => ({ prefixList })),
  ];
  return peers.map((peer) => ({ ...common, peer }));
}
