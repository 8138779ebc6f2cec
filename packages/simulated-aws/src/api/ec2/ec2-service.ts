import type { Service } from "../operation/service";
import { describeNetworkInterfaces } from "./describe-network-interfaces";
import { describeAvailabilityZones, describeRegions } from "./describe-places";
import { describeRouteTables } from "./describe-route-tables";
import { describeSecurityGroupRules } from "./describe-security-group-rules";
import { describeSecurityGroups } from "./describe-security-groups";
import { describeSubnets } from "./describe-subnets";
import { describeVpcEndpoints } from "./describe-vpc-endpoints";
import { describeVpcs } from "./describe-vpcs";
import { describeManagedPrefixLists, getManagedPrefixListEntries } from "./prefix-lists";

export const ec2Service: Service = {
  name: "ec2",
  protocols: ["ec2"],
  xmlNamespace: "http://ec2.amazonaws.com/doc/2016-11-15/",
  operations: [
    describeAvailabilityZones,
    describeManagedPrefixLists,
    describeNetworkInterfaces,
    describeRegions,
    describeRouteTables,
    describeSecurityGroupRules,
    describeSecurityGroups,
    describeSubnets,
    describeVpcEndpoints,
    describeVpcs,
    getManagedPrefixListEntries,
  ],
};
