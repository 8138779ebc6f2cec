import * as pulumi from "@pulumi/pulumi";
import { VpcFunction } from "../function/function";
import { minimumCapacity, rejectFormerNameConflicts, setByFunction } from "./function-sets";
import type { FunctionInSetArgs, FunctionSetArgs, LambdaVpcArgs } from "./lambda-vpc-args";
import { type LambdaVpcSummary, summarizeSets } from "./lambda-vpc-summary";
import { Network } from "../network/network";
import type { ReachArgs } from "../shared-vpc-config/reach";
import { rejectArgument } from "../arguments/reject-argument";
import { SharedVpcConfig } from "../shared-vpc-config/shared-vpc-config";
import { VersionTrimmer } from "../version-trimmer/version-trimmer";
import { checkTrimming } from "../version-trimmer/version-trimming";

/**
 * The whole from one description: a network, what functions share in it, and the functions.
 *
 * ```ts
 * import { LambdaVpc } from "@lambda-vpc/components";
 * import { asset } from "@pulumi/pulumi";
 *
 * const code = new asset.FileArchive("orders");
 * const shop = new LambdaVpc("shop", {
 *   network: { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1b"] },
 *   sets: { database: { reach: { postgres: { port: 5432, cidr: "10.0.0.0/16" } } } },
 *   functions: { orders: { runtime: "nodejs22.x", handler: "index.handler", code } },
 * });
 * export const { plan } = shop;
 * ```
 *
 * All children are named after it, so an alias of it is one of theirs. A set that no function uses has no group: that of a set goes with its last
 * function, waits until Lambda has deleted the ENIs, and has the function's role wait for it. A group that stayed would let the role go first, which
 * orphans ENIs.
 *
 * Throws a `pulumi.RunError` where a function's set is not there, a former name is taken or claimed twice, and wherever a part would.
 */
export class LambdaVpc extends pulumi.ComponentResource {
  public static readonly type = "lambda-vpc:index:LambdaVpc";

  /** The VPC. */
  public readonly vpcId: pulumi.Output<string>;
  /** The subnets of the functions. */
  public readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** The first security group of each set that functions use, by the set's name: what others let in. */
  public readonly securityGroupIds: Record<string, pulumi.Output<string>>;
  /** The functions' ARNs, by name. */
  public readonly functionArns: Record<string, pulumi.Output<string>>;
  /** The names that the functions have in AWS, by name. */
  public readonly functionNames: Record<string, pulumi.Output<string>>;
  /** The ARNs by which API Gateway invokes the functions, by name. */
  public readonly invokeArns: Record<string, pulumi.Output<string>>;
  /** The public addresses of the NAT gateways, as which the functions call the internet. */
  public readonly natPublicIps: pulumi.Input<pulumi.Input<string>[]>;
  /** What it comes to: combinations, addresses used and free, and room to grow. */
  public readonly plan: pulumi.Output<LambdaVpcSummary>;

  constructor(name: string, args: LambdaVpcArgs, options?: pulumi.ComponentResourceOptions) {
    super(LambdaVpc.type, name, {}, options);
    rejectFormerNameConflicts(`${name}.sets`, args.sets);
    rejectFormerNameConflicts(`${name}.functions`, args.functions ?? {});
    const setByName = setByFunction(name, args);
    const network = new Network(name, { ...args.network, ...commonArgs(args), capacity: minimumCapacity(args) }, { parent: this });
    const shared = this.createSharedConfigs(name, args, network, new Set(setByName.values()));
    const trimmer = this.createTrimmer(name, args);
    const functions = Object.entries(args.functions ?? {}).map(([key, given]): [string, VpcFunction] => {
      const { set, formerly, keepVersions: keep, ...description } = given;
      const { vpcConfig } =
        shared.get(setByName.get(key) ?? "") ?? rejectArgument(`${name}.functions.${key}.set`, `there is no set ${set}`);
      const { publish = keep !== undefined } = description;
      if (keep !== undefined) checkTrimming(`${name}.functions.${key}.keepVersions`, keep, publish);
      const versions = trimmer === undefined || keep === undefined ? {} : { publish, trimming: { trimmer, keep } };
      const settings = { ...description, ...versions, ...commonArgs(args, description.tags), vpcConfig };
      return [key, new VpcFunction(`${name}-${key}`, settings, this.childOptions(name, formerly))];
    });

    this.vpcId = network.vpcId;
    this.subnetIds = network.subnetIds;
    this.natPublicIps = network.natPublicIps;
    this.securityGroupIds = Object.fromEntries([...shared].map(([set, { securityGroupIds }]) => [set, firstId(securityGroupIds)]));
    this.functionArns = Object.fromEntries(functions.map(([key, { arn }]) => [key, arn]));
    this.functionNames = Object.fromEntries(functions.map(([key, { functionName }]) => [key, functionName]));
    this.invokeArns = Object.fromEntries(functions.map(([key, { invokeArn }]) => [key, invokeArn]));
    this.plan = pulumi.all([network.plan, lengthOf(network.subnetIds)]).apply(([plan, subnets]) => {
      const endpointInterfaces = (args.network.interfaceEndpoints?.length ?? 0) * (network.zones.length || subnets);
      return summarizeSets({ setByFunction: setByName, subnets, endpointInterfaces }, plan);
    });
    const { vpcId, subnetIds, securityGroupIds, functionArns, functionNames, invokeArns, natPublicIps, plan } = this;
    this.registerOutputs({ vpcId, subnetIds, securityGroupIds, functionArns, functionNames, invokeArns, natPublicIps, plan });
  }

  /** The configurations of the sets that functions use, by name. */
  private createSharedConfigs(
    name: string,
    args: LambdaVpcArgs,
    network: Network,
    usedSets: ReadonlySet<string>,
  ): ReadonlyMap<string, SharedVpcConfig> {
    const { vpcId, subnetIds } = network;
    const ipv6 = args.network.dualStack === true ? { ipv6AllowedForDualStack: true } : {};
    return new Map(
      Object.entries(args.sets)
        .filter(([set]) => usedSets.has(set))
        .map(([set, { formerly, ...given }]) => {
          const rules = rulesOf(`${name}.sets.${set}`, given, network);
          const settings = { vpcId, subnetIds, ...rules, ...ipv6, ...commonArgs(args) };
          return [set, new SharedVpcConfig(`${name}-${set}`, settings, this.childOptions(name, formerly))];
        }),
    );
  }

  /** One for all functions that keep no more than some of their versions. */
  private createTrimmer(name: string, args: LambdaVpcArgs): VersionTrimmer | undefined {
    const trims = Object.values(args.functions ?? {}).some(({ keepVersions }) => keepVersions !== undefined);
    return trims ? new VersionTrimmer(`${name}-trimmer`, commonArgs(args), { parent: this }) : undefined;
  }

  private childOptions(name: string, formerly: string | undefined): pulumi.ComponentResourceOptions {
    return { parent: this, ...(formerly === undefined ? {} : { aliases: [{ name: `${name}-${formerly}` }] }) };
  }
}

/** What everything that is made takes alike; tags of one come over those of all. */
function commonArgs({ region, tags: all }: LambdaVpcArgs, one?: FunctionInSetArgs["tags"]): Pick<LambdaVpcArgs, "region" | "tags"> {
  const tags =
    all === undefined && one === undefined ? {} : { tags: pulumi.all([all, one]).apply(([common, own]) => ({ ...common, ...own })) };
  return { ...(region === undefined ? {} : { region }), ...tags };
}

/** A set's rules, with one for the network's interface endpoints where it reaches them. */
function rulesOf(argument: string, { endpoints = false, ...rules }: FunctionSetArgs, network: Network): Omit<FunctionSetArgs, "endpoints"> {
  if (!endpoints) return rules;
  if (network.endpointSecurityGroupId === undefined)
    return rejectArgument(`${argument}.endpoints`, "the network has none; name services in network.interfaceEndpoints, or leave it out");
  if (rules.reach?.["endpoints"] !== undefined)
    rejectArgument(
      `${argument}.reach.endpoints`,
      "endpoints: true makes a rule of this name; give yours another, or leave out one of the two",
    );
  const endpointReach: ReachArgs = { port: 443, securityGroupId: network.endpointSecurityGroupId };
  return { ...rules, reach: { endpoints: endpointReach, ...rules.reach } };
}

function firstId(list: pulumi.Input<pulumi.Input<string>[]>): pulumi.Output<string> {
  if (Array.isArray(list)) return pulumi.output(list[0] ?? "");
  return pulumi.output(list).apply(([id = ""]) => id);
}

function lengthOf(list: pulumi.Input<pulumi.Input<string>[]>): pulumi.Input<number> {
  return Array.isArray(list) ? list.length : pulumi.output(list).apply(({ length }) => length);
}
