import * as pulumi from "@pulumi/pulumi";
import { checkDescription } from "./check-description";
import { rulesOfSet } from "./set-rules";
import { unreachableGrants } from "./unreachable-grants";
import { missingRoutes, unusedParts } from "./unreachable-parts";
import { FunctionRole } from "../execution-role/function-role";
import { VpcFunction } from "../function/function";
import { minimumCapacity, rejectFormerNameConflicts, rejectUnplannedSets, setByFunction } from "./function-sets";
import type { FunctionInSetArgs, LambdaVpcArgs } from "./lambda-vpc-args";
import { type LambdaVpcSummary, summarizeSets } from "./lambda-vpc-summary";
import type { ExistingNetwork } from "../network/existing-network";
import { Network } from "../network/network";
import { factsOfDescription, factsOfExisting } from "../network/network-facts";
import { rejectArgument } from "../arguments/reject-argument";
import { SharedVpcConfig } from "../shared-vpc-config/shared-vpc-config";
import { VersionTrimmer } from "../version-trimmer/version-trimmer";
import { checkTrimming } from "../version-trimmer/create-trimming";

/**
 * A network, the sets that functions share in it, and the functions, from one description.
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
 * A database between the network and the functions is created in a `Network` that `existingNetwork` names.
 *
 * The names of all children start with its name, so an alias of it applies to them too. A set that no function uses has no security group.
 * The group of a set is deleted with its last function, waits until Lambda has deleted the ENIs, and makes the function's role wait for
 * that. If the group stayed, the role could be deleted first, which orphans ENIs.
 *
 * Throws a `pulumi.RunError` for an unknown set, for a target of a set without a route, for a grant without an outbound rule, for a former name that is in use or claimed twice, and for everything that a part
 * rejects.
 */
export class LambdaVpc extends pulumi.ComponentResource {
  public static readonly type = "lambda-vpc:index:LambdaVpc";

  /** The VPC. */
  public readonly vpcId: pulumi.Output<string>;
  /** The subnets of the functions. */
  public readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** The first security group of each used set, by the set's name. Targets can allow it in their inbound rules. */
  public readonly securityGroupIds: Record<string, pulumi.Output<string>>;
  /** The ARNs of the functions, by name. */
  public readonly functionArns: Record<string, pulumi.Output<string>>;
  /** The names of the functions in AWS, by name. */
  public readonly functionNames: Record<string, pulumi.Output<string>>;
  /** The ARNs with which API Gateway invokes the functions, by name. */
  public readonly invokeArns: Record<string, pulumi.Output<string>>;
  /** The public addresses of the NAT gateways, which are the source addresses of calls to the internet. */
  public readonly natPublicIps: pulumi.Input<pulumi.Input<string>[]>;
  /** Combinations, used and free addresses, and ranges reserved for growth. */
  public readonly plan: pulumi.Output<LambdaVpcSummary>;

  constructor(name: string, args: LambdaVpcArgs, options?: pulumi.ComponentResourceOptions) {
    super(LambdaVpc.type, name, {}, options);
    checkDescription(name, args);
    rejectFormerNameConflicts(`${name}.sets`, args.sets);
    rejectFormerNameConflicts(`${name}.functions`, args.functions ?? {});
    const setByName = setByFunction(name, args);
    const usedSets = new Set(setByName.values());
    rejectUnplannedSets(name, args, usedSets);
    const facts = args.existingNetwork === undefined ? factsOfDescription(args.network ?? {}) : factsOfExisting(args.existingNetwork);
    for (const missing of missingRoutes(name, args, facts)) throw new pulumi.RunError(missing);
    for (const { argument, problem, certain } of unreachableGrants(name, args, facts)) {
      if (certain) rejectArgument(argument, problem);
      void pulumi.log.warn(`${argument}: ${problem}, unless only Lambda itself uses it.`, this);
    }
    const network = args.existingNetwork ?? this.createNetwork(name, args);
    for (const warning of unusedParts(name, args)) void pulumi.log.warn(warning, this);
    const roles = this.createRoles(name, args);
    const rolesOf = (set: string): FunctionRole[] => [...roles].flatMap(([key, role]) => (setByName.get(key) === set ? [role] : []));
    const shared = this.createSharedConfigs(name, args, network, usedSets, rolesOf);
    const trimmer = this.createTrimmer(name, args);
    const functions = Object.entries(args.functions ?? {}).map(([key, given]): [string, VpcFunction] => {
      const { set, formerly, keepVersions: keep, permissionsBoundary, ...description } = given;
      const executionRole = roles.get(key);
      const vpcConfig = shared.get(setByName.get(key) ?? "") ?? rejectArgument(`${name}.functions.${key}.set`, `Unknown set ${set}`);
      const { publish = keep !== undefined } = description;
      if (keep !== undefined) checkTrimming(`${name}.functions.${key}.keepVersions`, keep, publish);
      const versions = trimmer === undefined || keep === undefined ? {} : { publish, trimming: { trimmer, keep } };
      const boundary = permissionsBoundary === undefined ? {} : { permissionsBoundary };
      const role = executionRole === undefined ? boundary : { executionRole };
      const settings = { ...description, ...versions, ...role, ...commonArgs(args, description.tags), vpcConfig };
      return [key, new VpcFunction(`${name}-${key}`, settings, this.childOptions(name, formerly))];
    });

    this.vpcId = pulumi.output(network.vpcId);
    this.subnetIds = network.subnetIds;
    this.natPublicIps = network.natPublicIps ?? [];
    this.securityGroupIds = Object.fromEntries([...shared].map(([set, { securityGroupIds }]) => [set, firstId(securityGroupIds)]));
    this.functionArns = Object.fromEntries(functions.map(([key, { arn }]) => [key, arn]));
    this.functionNames = Object.fromEntries(functions.map(([key, { functionName }]) => [key, functionName]));
    this.invokeArns = Object.fromEntries(functions.map(([key, { invokeArn }]) => [key, invokeArn]));
    this.plan = pulumi.all([network.plan, lengthOf(network.subnetIds)]).apply(([plan, subnets]) => {
      const endpointInterfaces = facts.interfaceServices.length * (network.zones?.length || subnets);
      return summarizeSets({ setByFunction: setByName, subnets, endpointInterfaces }, plan);
    });
    const { vpcId, subnetIds, securityGroupIds, functionArns, functionNames, invokeArns, natPublicIps, plan } = this;
    this.registerOutputs({ vpcId, subnetIds, securityGroupIds, functionArns, functionNames, invokeArns, natPublicIps, plan });
  }

  private createNetwork(name: string, args: LambdaVpcArgs): Network {
    return new Network(name, { ...args.network, ...commonArgs(args), capacity: minimumCapacity(args) }, { parent: this });
  }

  /** Creates the roles of the functions that have none, by name. The groups depend on them. */
  private createRoles(name: string, args: LambdaVpcArgs): ReadonlyMap<string, FunctionRole> {
    return new Map(
      Object.entries(args.functions ?? {}).flatMap(([key, { role, formerly, permissionsBoundary: boundary, tags }]) => {
        if (role !== undefined) return [];
        const settings = { ...commonArgs(args, tags), ...(boundary === undefined ? {} : { permissionsBoundary: boundary }) };
        return [[key, new FunctionRole(`${name}-${key}`, settings, this.childOptions(name, formerly))] as const];
      }),
    );
  }

  /** Creates the configurations of the used sets, by name. */
  private createSharedConfigs(
    name: string,
    args: LambdaVpcArgs,
    network: ExistingNetwork,
    usedSets: ReadonlySet<string>,
    rolesOf: (set: string) => FunctionRole[],
  ): ReadonlyMap<string, SharedVpcConfig> {
    const { vpcId, subnetIds } = network;
    const ipv6 = network.dualStack === true ? { ipv6AllowedForDualStack: true } : {};
    return new Map(
      Object.entries(args.sets)
        .filter(([set]) => usedSets.has(set))
        .map(([set, { formerly, ...given }]) => {
          const rules = rulesOfSet(`${name}.sets.${set}`, given, network);
          const roles = given.securityGroupIds === undefined ? { roles: rolesOf(set) } : {};
          const settings = { vpcId, subnetIds, ...rules, ...roles, ...ipv6, ...commonArgs(args) };
          return [set, new SharedVpcConfig(`${name}-${set}`, settings, this.childOptions(name, formerly))];
        }),
    );
  }

  /** One trimmer for all functions that limit their versions. */
  private createTrimmer(name: string, args: LambdaVpcArgs): VersionTrimmer | undefined {
    const trims = Object.values(args.functions ?? {}).some(({ keepVersions }) => keepVersions !== undefined);
    return trims ? new VersionTrimmer(`${name}-trimmer`, commonArgs(args), { parent: this }) : undefined;
  }

  private childOptions(name: string, formerly: string | undefined): pulumi.ComponentResourceOptions {
    return { parent: this, ...(formerly === undefined ? {} : { aliases: [{ name: `${name}-${formerly}` }] }) };
  }
}

/** The arguments that all resources share. Tags of one resource override the common ones. */
function commonArgs({ region, tags: all }: LambdaVpcArgs, one?: FunctionInSetArgs["tags"]): Pick<LambdaVpcArgs, "region" | "tags"> {
  const tags =
    all === undefined && one === undefined ? {} : { tags: pulumi.all([all, one]).apply(([common, own]) => ({ ...common, ...own })) };
  return { ...(region === undefined ? {} : { region }), ...tags };
}

function firstId(list: pulumi.Input<pulumi.Input<string>[]>): pulumi.Output<string> {
  if (Array.isArray(list)) return pulumi.output(list[0] ?? "");
  return pulumi.output(list).apply(([id = ""]) => id);
}

function lengthOf(list: pulumi.Input<pulumi.Input<string>[]>): pulumi.Input<number> {
  return Array.isArray(list) ? list.length : pulumi.output(list).apply(({ length }) => length);
}
