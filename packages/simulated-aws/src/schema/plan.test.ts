import { describe, expect, test } from "@jest/globals";
import { type Properties, UNKNOWN as U } from "../property/value";
import { resourceTypes } from "../resources";
import { plan } from "./plan";

/*
 * Each row was observed on the Terraform bridge itself (v3.136, EnableAccurateBridgePreview) with the same schema; docs/engine-facts.md#planned-sets has the
 * ones that matter most.
 */

interface Row {
  readonly says: string;
  readonly type: string;
  readonly inputs: Properties;
  readonly old?: Properties;
  readonly planned: Properties;
}

const group = "aws:ec2/securityGroup:SecurityGroup";
const lambda = "aws:lambda/function:Function";
const role = "aws:iam/role:Role";
const emptyRule = { cidrBlocks: [], description: "", ipv6CidrBlocks: [], prefixListIds: [], securityGroups: [], self: false };
const https = { protocol: "tcp", fromPort: 443, toPort: 443 };
const settledVpc = { ipv6AllowedForDualStack: false, securityGroupIds: ["sg-1"], subnetIds: ["subnet-1"], vpcId: "vpc-1" };

const created: readonly Row[] = [
  {
    says: "one unknown subnet makes the whole set unknown, and the known one vanishes",
    type: lambda,
    inputs: { vpcConfig: { subnetIds: ["subnet-1", U], securityGroupIds: ["sg-2", "sg-1"] } },
    planned: { vpcConfig: { ipv6AllowedForDualStack: false, subnetIds: U, securityGroupIds: ["sg-1", "sg-2"], vpcId: U } },
  },
  {
    says: "a set holds nothing twice and is sorted",
    type: lambda,
    inputs: { vpcConfig: { subnetIds: ["subnet-2", "subnet-1", "subnet-2"], securityGroupIds: ["sg-1"] } },
    planned: { vpcConfig: { ...settledVpc, subnetIds: ["subnet-1", "subnet-2"], vpcId: U } },
  },
  {
    says: "an unknown configuration is unknown as a whole",
    type: lambda,
    inputs: { vpcConfig: U },
    planned: { vpcConfig: U },
  },
  {
    says: "an empty set in a new object counts as not given",
    type: lambda,
    inputs: { vpcConfig: { subnetIds: [], securityGroupIds: [] } },
    planned: { vpcConfig: { ipv6AllowedForDualStack: false, subnetIds: null, securityGroupIds: null, vpcId: U } },
  },
  {
    says: "what the program leaves out is its default, nothing, or unknown where AWS decides",
    type: lambda,
    inputs: {},
    planned: { memorySize: 128, publish: false, layers: null, vpcConfig: null, architectures: U, arn: U, version: U, id: U },
  },
  {
    says: "a map with an unknown value is unknown as a whole",
    type: lambda,
    inputs: { environment: { variables: { A: "1", B: U } }, tags: { a: U } },
    planned: { environment: { variables: U }, tags: U },
  },
  {
    says: "rules that a group does not give are unknown",
    type: group,
    inputs: { vpcId: U },
    planned: { vpcId: U, egress: U, ingress: U, revokeRulesOnDelete: false, ownerId: U },
  },
  {
    says: "an unknown in a rule block stays inside its list or set, and the other fields keep their values",
    type: group,
    inputs: {
      egress: [
        { ...https, cidrBlocks: ["10.0.0.0/8", U] },
        { ...https, toPort: U, securityGroups: ["sg-1", U] },
      ],
    },
    planned: {
      egress: [
        { ...emptyRule, ...https, cidrBlocks: U },
        { ...emptyRule, ...https, toPort: U, securityGroups: U },
      ],
    },
  },
  {
    says: "a whole unknown block makes the set of blocks unknown",
    type: group,
    inputs: { egress: [U, https] },
    planned: { egress: U },
  },
  {
    says: "blocks that are equal but for unknowns stay apart: they may still turn out to differ",
    type: group,
    inputs: {
      ingress: [
        { ...https, securityGroups: [U] },
        { ...https, securityGroups: [U] },
      ],
    },
    planned: {
      ingress: [
        { ...emptyRule, ...https, securityGroups: U },
        { ...emptyRule, ...https, securityGroups: U },
      ],
    },
  },
  {
    says: "a list with an unknown element is unknown as a whole too",
    type: "aws:ec2/securityGroupRule:SecurityGroupRule",
    inputs: { cidrBlocks: ["10.0.0.0/8", U], type: "egress" },
    planned: { cidrBlocks: U, type: "egress", sourceSecurityGroupId: U },
  },
  {
    says: "a subnet's zone is unknown until AWS chose it",
    type: "aws:ec2/subnet:Subnet",
    inputs: { cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true },
    planned: { cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true, availabilityZone: U, assignIpv6AddressOnCreation: false },
  },
  {
    says: "empty collections count as not given, but for rules: no rules are none",
    type: group,
    inputs: { tags: {}, tagsAll: {}, egress: [] },
    planned: { tags: null, tagsAll: U, egress: [], ingress: U },
  },
  {
    says: "a set that AWS may give is unknown when it is given empty",
    type: role,
    inputs: { managedPolicyArns: [] },
    planned: { managedPolicyArns: U },
  },
  {
    says: "a protocol goes by the name that EC2 gives back",
    type: group,
    inputs: { egress: [{ ...https, protocol: "6" }] },
    planned: { egress: [{ ...emptyRule, ...https }] },
  },
  {
    says: "an environment without variables is none",
    type: lambda,
    inputs: { environment: { variables: {} } },
    planned: { environment: null },
  },
  {
    says: "an empty text in a new block counts as not given",
    type: lambda,
    inputs: { loggingConfig: { logFormat: "JSON" } },
    planned: { loggingConfig: { applicationLogLevel: null, logFormat: "JSON", logGroup: U, systemLogLevel: null } },
  },
];

const updated: readonly Row[] = [
  {
    says: "a new unknown subnet makes the set unknown, and the VPC stays known",
    type: lambda,
    inputs: { vpcConfig: { subnetIds: ["subnet-1", U], securityGroupIds: ["sg-1"] } },
    old: { vpcConfig: settledVpc },
    planned: { vpcConfig: { ...settledVpc, subnetIds: U } },
  },
  {
    says: "what AWS decided stays as it was",
    type: lambda,
    inputs: { memorySize: 256 },
    old: { arn: "arn:aws:lambda:…", version: "3", architectures: ["x86_64"], id: "f" },
    planned: { memorySize: 256, arn: "arn:aws:lambda:…", version: "3", architectures: ["x86_64"], id: "f" },
  },
  {
    says: "a network that is new to a function has no VPC yet",
    type: lambda,
    inputs: { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: [] } },
    old: { vpcConfig: null },
    planned: { vpcConfig: { ipv6AllowedForDualStack: false, subnetIds: ["subnet-1"], securityGroupIds: null, vpcId: null } },
  },
  {
    says: "an emptied set is empty",
    type: lambda,
    inputs: { vpcConfig: { subnetIds: [], securityGroupIds: [] } },
    old: { vpcConfig: settledVpc },
    planned: { vpcConfig: { ...settledVpc, subnetIds: [], securityGroupIds: [] } },
  },
  {
    says: "a set that AWS may give seems to stay when it becomes unknown as a whole",
    type: role,
    inputs: { managedPolicyArns: U },
    old: { managedPolicyArns: ["a"] },
    planned: { managedPolicyArns: ["a"] },
  },
  {
    says: "the same set is unknown when one of its elements is",
    type: role,
    inputs: { managedPolicyArns: ["a", U] },
    old: { managedPolicyArns: ["a"] },
    planned: { managedPolicyArns: U },
  },
  {
    says: "a text that becomes unknown is unknown, whoever may give it",
    type: group,
    inputs: { vpcId: U },
    old: { vpcId: "vpc-1" },
    planned: { vpcId: U },
  },
  {
    says: "a function outside any VPC seems to stay there when it gets a network of unknown ids",
    type: lambda,
    inputs: { vpcConfig: { subnetIds: ["subnet-1", U], securityGroupIds: U } },
    old: { vpcConfig: null },
    planned: { vpcConfig: null },
  },
  {
    says: "it seems so too when its whole network is unknown",
    type: lambda,
    inputs: { vpcConfig: U },
    old: { vpcConfig: null },
    planned: { vpcConfig: null },
  },
  {
    says: "one known list in the network is enough to show it",
    type: lambda,
    inputs: { vpcConfig: { subnetIds: [U], securityGroupIds: ["sg-1"] } },
    old: { vpcConfig: null },
    planned: { vpcConfig: { ipv6AllowedForDualStack: false, subnetIds: U, securityGroupIds: ["sg-1"], vpcId: null } },
  },
  {
    says: "a list that a block never gave is empty once the block exists, and so is its text",
    type: lambda,
    inputs: { vpcConfig: { subnetIds: ["subnet-2"], securityGroupIds: [] }, imageConfig: { commands: ["run"] } },
    old: {
      vpcConfig: { ...settledVpc, securityGroupIds: null },
      imageConfig: { commands: ["run"], entryPoints: null, workingDirectory: null },
    },
    planned: {
      vpcConfig: { ...settledVpc, subnetIds: ["subnet-2"], securityGroupIds: [] },
      imageConfig: { commands: ["run"], entryPoints: [], workingDirectory: "" },
    },
  },
  {
    says: "a rule that stays while others go has lost the description that it does not give",
    type: group,
    inputs: { ingress: [https] },
    old: {
      ingress: [
        { ...emptyRule, ...https },
        { ...emptyRule, ...https, toPort: 444 },
      ],
    },
    planned: { ingress: [{ ...emptyRule, ...https, description: null }] },
  },
  {
    says: "removed collections stay, empty; removed texts go, and one that said nothing stays",
    type: lambda,
    inputs: {},
    old: { tags: { a: "1" }, layers: ["arn"], handler: "index.handler", description: "" },
    planned: { tags: {}, layers: [], handler: null, description: "" },
  },
];

function planned({ type, inputs, old }: Row): Properties {
  const fields = resourceTypes.get(type)?.fields;
  if (fields === undefined) throw new Error(`no type ${type}`);
  return plan(fields, inputs, old);
}

describe("planned for what does not exist yet", () => {
  test.each(created)("$says", (row) => {
    expect(planned(row)).toMatchObject(row.planned);
  });
});

describe("planned for what changes", () => {
  test.each(updated)("$says", (row) => {
    expect(planned(row)).toMatchObject(row.planned);
  });
});

test("outputs that a change unsettles are unknown until it is done", () => {
  const fields = resourceTypes.get(lambda)?.fields ?? {};
  expect(plan(fields, { publish: true }, { version: "1", arn: "arn" }, ["version"])).toMatchObject({ version: U, arn: "arn" });
});
