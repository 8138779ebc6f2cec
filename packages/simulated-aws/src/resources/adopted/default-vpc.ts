import type { Account } from "../../account/store/account";
import { findDefaultVpc, findOrCreateDefaultVpc } from "../../account/vpc/default-vpc";
import { deleteVpc, findVpc, putIpv6Range } from "../../account/vpc/vpc";
import { flag, requiredText, text, textMap } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, defaulted, withoutFields } from "../../schema/field";
import type { ResourceResult, ResourceType } from "../definition/resource-type";
import { vpc } from "../vpc/vpc";

/**
 * Adopts the default VPC of the Region, or creates it again if it was deleted (docs/aws-facts.md#adopting-resources). Source of the fields:
 * docs/aws-facts.md#provider-fields, aws_default_vpc.
 */
export const defaultVpc: ResourceType = {
  ...vpc,
  token: "aws:ec2/defaultVpc:DefaultVpc",
  fields: {
    ...withoutFields(vpc.fields, ["ipv4IpamPoolId", "ipv4NetmaskLength"]),
    cidrBlock: computed("string"),
    enableDnsHostnames: defaulted("boolean", true),
    existingDefaultVpc: computed("boolean"),
    forceDestroy: defaulted("boolean", false),
    instanceTenancy: computed("string"),
  },
  prepare: (run, action, inputs) => {
    if (action !== "create") return Promise.resolve({});
    const { existing } = run((account) => findOrCreateDefaultVpc(account, requiredText(inputs, "region")));
    return Promise.resolve({ existingDefaultVpc: existing });
  },
  create: (account, inputs) => configure(account, findDefaultVpc(account, requiredText(inputs, "region")).id, inputs),
  describe: (account, id, outputs) => {
    const described = vpc.describe(account, id, outputs);
    return described && { ...described, existingDefaultVpc: flag(outputs, "existingDefaultVpc") };
  },
  update: configure,
  remove: (account, id, outputs) => {
    if (flag(outputs, "forceDestroy")) deleteVpc(account, id);
  },
};

function configure(account: Account, id: string, inputs: Properties): ResourceResult {
  putIpv6Range(account, id, { generated: flag(inputs, "assignGeneratedIpv6CidrBlock"), ipv6CidrBlock: text(inputs, "ipv6CidrBlock") });
  return account.tables.vpcs.put({
    ...findVpc(account, id),
    enableDnsHostnames: flag(inputs, "enableDnsHostnames"),
    enableDnsSupport: flag(inputs, "enableDnsSupport"),
    tags: textMap(inputs, "tagsAll"),
  });
}
