import type { Account } from "../account/store/account";
import { freeAddresses } from "../account/interfaces/address-count";
import { idFrom } from "../account/store/identifier";
import { requiredText } from "../property/read";
import type { Properties } from "../property/value";
import { securityGroup } from "../resources/vpc/security-group";
import { subnet } from "../resources/vpc/subnet";
import { vpc } from "../resources/vpc/vpc";
import { candidates } from "./candidates";
import { type Candidate, matching, singleMatch } from "./filter";
import type { Lookup } from "./lookup";

const VPC_FILTERS = {
  "vpc-id": "id",
  cidr: "cidrBlock",
  "cidr-block": "cidrBlock",
  "is-default": "default",
  isDefault: "default",
  state: "state",
};
const SUBNET_FILTERS = {
  "subnet-id": "id",
  "vpc-id": "vpcId",
  "availability-zone": "availabilityZone",
  "availability-zone-id": "availabilityZoneId",
  "cidr-block": "cidrBlock",
  "default-for-az": "defaultForAz",
  "ipv6-cidr-block-association.ipv6-cidr-block": "ipv6CidrBlock",
  "map-public-ip-on-launch": "mapPublicIpOnLaunch",
  state: "state",
};
const GROUP_FILTERS = { "group-id": "id", "group-name": "name", "vpc-id": "vpcId", description: "description" };

/** `default: false` does not filter, because Terraform's SDKv2 cannot distinguish it from an absent value. The same holds for `defaultForAz`. */
export const getVpc: Lookup = (account, inputs) =>
  withRequest(
    inputs,
    singleMatch("VPC", matching(vpcs(account, inputs), inputs, VPC_FILTERS), withoutFalse(inputs, "default"), [
      "cidrBlock",
      "default",
      "dhcpOptionsId",
      "id",
      "state",
    ]),
  );

export const getVpcs: Lookup = (account, inputs) => {
  const ids = matching(vpcs(account, inputs), inputs, VPC_FILTERS).map(({ id = null }) => id);
  return withRequest(inputs, { id: requiredText(inputs, "region"), ids: ids.sort(), tags: inputs["tags"] ?? {} });
};

export const getSubnet: Lookup = (account, inputs) => {
  const names = ["availabilityZone", "availabilityZoneId", "cidrBlock", "defaultForAz", "id", "state", "vpcId"];
  const wanted = withoutFalse(inputs, "defaultForAz");
  return withRequest(inputs, singleMatch("Subnet", matching(subnets(account, inputs), inputs, SUBNET_FILTERS), wanted, names));
};

export const getSubnets: Lookup = (account, inputs) => {
  const ids = matching(subnets(account, inputs), inputs, SUBNET_FILTERS).map(({ id = null }) => id);
  return withRequest(inputs, { id: requiredText(inputs, "region"), ids: ids.sort(), tags: inputs["tags"] ?? {} });
};

export const getSecurityGroup: Lookup = (account, inputs) =>
  withRequest(
    inputs,
    singleMatch("Security Group", matching(groups(account, inputs), inputs, GROUP_FILTERS), inputs, ["id", "name", "vpcId"]),
  );

export const getSecurityGroups: Lookup = (account, inputs) => {
  const found = matching(groups(account, inputs), inputs, GROUP_FILTERS);
  const all = (name: string) => found.map((group) => group[name] ?? null);
  return withRequest(inputs, {
    id: requiredText(inputs, "region"),
    arns: all("arn"),
    ids: all("id"),
    vpcIds: all("vpcId"),
    tags: inputs["tags"] ?? {},
  });
};

function withoutFalse(inputs: Properties, name: string): Properties {
  return { ...inputs, [name]: inputs[name] === false ? null : (inputs[name] ?? null) };
}

/** The result, with the requested Region and filters. */
function withRequest(inputs: Properties, found: Candidate): Properties {
  return { ...found, region: inputs["region"] ?? null, filters: inputs["filters"] ?? null };
}

function vpcs(account: Account, inputs: Properties): readonly Candidate[] {
  return candidates(account, inputs, vpc, () => account.tables.vpcs.all()).map((one) => ({
    ...one,
    cidrBlockAssociations: [
      { associationId: idFrom("vpc-cidr-assoc", `${String(one["id"])} range`), cidrBlock: one["cidrBlock"] ?? null, state: "associated" },
      ...account.tables.vpcCidrBlocks
        .where("vpc", String(one["id"]))
        .map(({ id, cidrBlock }) => ({ associationId: id, cidrBlock, state: "associated" })),
    ],
    default: account.tables.vpcs.get(String(one["id"]))?.isDefault === true,
    ipv6CidrBlockAssociations:
      one["ipv6CidrBlock"] === ""
        ? []
        : [
            {
              associationId: one["ipv6AssociationId"] ?? null,
              ipv6CidrBlock: one["ipv6CidrBlock"] ?? null,
              networkBorderGroup: one["region"] ?? null,
              state: "associated",
            },
          ],
    state: "available",
  }));
}

function subnets(account: Account, inputs: Properties): readonly Candidate[] {
  return candidates(account, inputs, subnet, () => account.tables.subnets.all()).map((one) => ({
    assignIpv6AddressOnCreation: false,
    enableDns64: false,
    enableResourceNameDnsARecordOnLaunch: false,
    enableResourceNameDnsAaaaRecordOnLaunch: false,
    ipv6Native: false,
    mapCustomerOwnedIpOnLaunch: false,
    ...one,
    availableIpAddressCount: freeAddresses(account, String(one["id"])),
    defaultForAz: account.tables.subnets.get(String(one["id"]))?.isDefault === true,
    state: "available",
  }));
}

function groups(account: Account, inputs: Properties): readonly Candidate[] {
  return candidates(account, inputs, securityGroup, () => account.tables.securityGroups.all()).map(
    ({ arn: own = null, description = null, id = null, name = null, tags = null, vpcId = null }) => ({
      arn: own,
      description,
      id,
      name,
      tags,
      vpcId,
    }),
  );
}
