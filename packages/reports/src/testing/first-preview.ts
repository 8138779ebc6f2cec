import { readPreviewJson, type StackResource } from "@lambda-vpc/sources";

/** What stands for an unknown value in a preview. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A function of a first preview. It uses both subnets of its VPC, and groups by their names. */
export interface PreviewFunction {
  readonly name: string;
  readonly vpc?: string;
  readonly groups: readonly string[];
  /** Whether the whole list of subnets is unknown. Without a VPC, it depends on nothing. */
  readonly isOpen?: boolean;
}

const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;
const SUBNET = "aws:ec2/subnet:Subnet";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const FUNCTION = "aws:lambda/function:Function";

/** The resources of a stack before its first update, in which all ids are unknown. Each VPC has two subnets, and each group is in one VPC. */
export function firstPreview(functions: readonly PreviewFunction[]): readonly StackResource[] {
  const vpcs = [...new Set(functions.flatMap(({ vpc }) => vpc ?? []))];
  const groups = new Map(functions.flatMap(({ groups: own, vpc }) => own.map((group) => [group, vpc] as const)));
  const step = (type: string, name: string, inputs: object, propertyDependencies: object) => ({
    op: "create",
    newState: {
      urn: urn(type, name),
      type,
      custom: true,
      inputs,
      propertyDependencies,
      provider: `${urn("pulumi:providers:aws", "default")}::id`,
    },
  });
  const inVpc = (vpc: string | undefined): object => (vpc === undefined ? {} : { vpcId: [urn("aws:ec2/vpc:Vpc", vpc)] });
  const subnetsOf = (vpc: string): readonly string[] => [`${vpc}-a`, `${vpc}-b`];
  const steps = [
    ...vpcs.flatMap((vpc, index) => [
      step("aws:ec2/vpc:Vpc", vpc, { cidrBlock: `10.${index}.0.0/16` }, {}),
      ...subnetsOf(vpc).map((subnet, zone) =>
        step(
          SUBNET,
          subnet,
          { vpcId: UNKNOWN, cidrBlock: `10.${index}.${zone}.0/24`, availabilityZone: `us-east-1${"ab"[zone] ?? ""}` },
          inVpc(vpc),
        ),
      ),
    ]),
    ...[...groups].map(([group, vpc]) => step(GROUP, group, { ...(vpc === undefined ? {} : { vpcId: UNKNOWN }), egress: [] }, inVpc(vpc))),
    ...functions.map(({ name, vpc, groups: own, isOpen = false }) => {
      const subnets = vpc === undefined ? [] : subnetsOf(vpc);
      const subnetIds = isOpen || subnets.length === 0 ? UNKNOWN : subnets.map(() => UNKNOWN);
      const dependencies = [...subnets.map((one) => urn(SUBNET, one)), ...own.map((one) => urn(GROUP, one))];
      return step(FUNCTION, name, { vpcConfig: { subnetIds, securityGroupIds: own.map(() => UNKNOWN) } }, { vpcConfig: dependencies });
    }),
  ];
  return readPreviewJson(JSON.stringify({ steps, changeSummary: { create: steps.length } }));
}
