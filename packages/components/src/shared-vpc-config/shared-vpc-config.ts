import * as aws from "@pulumi/aws";
import { MAX_SECURITY_GROUPS_PER_FUNCTION, MAX_SUBNETS_PER_FUNCTION } from "@lambda-vpc/model";
import * as pulumi from "@pulumi/pulumi";
import { checkedIds } from "../arguments/checked-ids";
import { GroupDependencies, setGroupDependencies } from "./group-dependencies";
import { checkReach, egressRule, ingressRule, type ReachArgs } from "./reach";

export interface SharedVpcConfigArgs {
  /**
   * The subnets of the functions, 1 to 16 (docs/aws-facts.md#function-limits). Pass them one by one, `[a.id, b.id]`: then a policy sees each at
   * preview. A list that is one output works too, but shows only after the deployment.
   */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Existing security groups to share, 1 to 5 (docs/aws-facts.md#function-limits). Without them one group is made in `vpcId`. */
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** The VPC of the group that is made; needed where `securityGroupIds` is not given. */
  vpcId?: pulumi.Input<string>;
  /** What the functions may reach through the group that is made, each by a name of yours: nothing without it. */
  reach?: Record<string, ReachArgs>;
  /** Outbound rules of the group that is made, as the provider writes them, beside those of `reach`. */
  egress?: pulumi.Input<pulumi.Input<aws.types.input.ec2.SecurityGroupEgress>[]>;
  /** Whether functions use IPv6 as well; all subnets must be dual-stack then (docs/aws-facts.md#dual-stack). */
  ipv6AllowedForDualStack?: pulumi.Input<boolean>;
  /** The region of the group that is made: the provider's without it. */
  region?: pulumi.Input<string>;
  /** Tags of the group that is made, and of the rules that open others to it. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** What a function's `vpcConfig` takes. Its lists stay lists: an unknown id hides neither its neighbours nor their number. */
export interface VpcConfig {
  /** The subnets, 1 to 16 (docs/aws-facts.md#function-limits). */
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** The security groups, 1 to 5 (docs/aws-facts.md#function-limits). */
  readonly securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Whether the function uses IPv6 as well; all subnets must be dual-stack then. */
  readonly ipv6AllowedForDualStack?: pulumi.Input<boolean>;
}

/**
 * The unit of sharing: one set of security groups over one set of subnets, for all functions that may reach the same. However many functions use it,
 * it costs one combination, so at least one Hyperplane ENI, a subnet (docs/aws-facts.md#eni-sharing).
 *
 * ```ts
 * const reach = { orders: { port: 5432, securityGroupId: database.id, openTarget: true } };
 * const shared = new SharedVpcConfig("database", { vpcId: vpc.id, subnetIds: [a.id, b.id], reach });
 * new aws.lambda.Function("orders", { role, runtime, handler, code, vpcConfig: shared.vpcConfig });
 * ```
 *
 * Remove it in the same update as its last function, unless that has a role of yours: a group that stays holds no role back until Lambda has deleted
 * the ENIs, which orphans them.
 *
 * Throws a `pulumi.RunError` where neither groups nor a VPC are given, a list has a size that Lambda refuses, or a reach is not whole.
 */
export class SharedVpcConfig extends pulumi.ComponentResource {
  public static readonly type = "lambda-vpc:index:SharedVpcConfig";

  /** For a function's `vpcConfig.subnetIds`. */
  public readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** For a function's `vpcConfig.securityGroupIds`. */
  public readonly securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
  /** For a function's `vpcConfig.ipv6AllowedForDualStack`. */
  public readonly ipv6AllowedForDualStack?: pulumi.Input<boolean>;

  constructor(name: string, args: SharedVpcConfigArgs, options?: pulumi.ComponentResourceOptions) {
    super(SharedVpcConfig.type, name, args, options);
    this.subnetIds = checkedIds(`${name}.subnetIds`, args.subnetIds, MAX_SUBNETS_PER_FUNCTION);
    this.securityGroupIds =
      args.securityGroupIds === undefined
        ? this.createGroup(name, args)
        : checkedIds(`${name}.securityGroupIds`, rejectRules(name, args, args.securityGroupIds), MAX_SECURITY_GROUPS_PER_FUNCTION);
    if (args.ipv6AllowedForDualStack !== undefined) this.ipv6AllowedForDualStack = args.ipv6AllowedForDualStack;
    this.registerOutputs(this.vpcConfig);
  }

  /** Goes as it is to any function's `vpcConfig`. */
  get vpcConfig(): VpcConfig {
    const { subnetIds, securityGroupIds, ipv6AllowedForDualStack } = this;
    return { subnetIds, securityGroupIds, ...(ipv6AllowedForDualStack === undefined ? {} : { ipv6AllowedForDualStack }) };
  }

  private createGroup(name: string, { vpcId, reach = {}, egress, ...shared }: SharedVpcConfigArgs): pulumi.Output<string>[] {
    if (vpcId === undefined)
      throw new pulumi.RunError(`SharedVpcConfig "${name}": give securityGroupIds to share existing groups, or vpcId to have one made.`);
    const reachEntries = Object.entries(reach).map(([what, one]) => ({ what, one: checkReach(`${name}.reach.${what}`, one) }));
    const rules = reachEntries.map(({ what, one }) => egressRule(what, one));
    const commonArguments = commonArgs(shared);
    const dependencies = new GroupDependencies();
    const group = new aws.ec2.SecurityGroup(
      name,
      { vpcId, description: `Shared by the Lambda functions of ${name}`, ...combinedEgress(rules, egress), ...commonArguments },
      // The description of a group cannot change (docs/aws-facts.md#group-description): a component that is renamed keeps its group.
      { parent: this, dependsOn: dependencies.declared, ignoreChanges: ["description"] },
    );
    for (const { what, one } of reachEntries) {
      const rule = ingressRule(what, one, group.id);
      if (rule !== undefined) new aws.vpc.SecurityGroupIngressRule(`${name}-${what}`, { ...rule, ...commonArguments }, { parent: this });
    }
    const ids = [group.id];
    setGroupDependencies(ids, dependencies);
    return ids;
  }
}

/** What resources of every kind take alike. */
function commonArgs({ region, tags }: Pick<SharedVpcConfigArgs, "region" | "tags">): Pick<SharedVpcConfigArgs, "region" | "tags"> {
  return { ...(region === undefined ? {} : { region }), ...(tags === undefined ? {} : { tags }) };
}

type Egress = SharedVpcConfigArgs["egress"];

/** Both kinds of rules in one list, which shows its elements where both do. */
function combinedEgress(
  reachEntries: readonly aws.types.input.ec2.SecurityGroupEgress[],
  egress: Egress,
): { egress?: NonNullable<Egress> } {
  if (egress === undefined) return reachEntries.length === 0 ? {} : { egress: [...reachEntries] };
  if (reachEntries.length === 0) return { egress };
  if (Array.isArray(egress)) return { egress: [...reachEntries, ...egress] };
  return { egress: pulumi.all([pulumi.output([...reachEntries]), egress]).apply(([first, second]) => [...first, ...second]) };
}

/** The groups themselves; rules are for the group that is made. */
function rejectRules<T>(name: string, { reach, egress }: SharedVpcConfigArgs, groups: T): T {
  if (reach === undefined && egress === undefined) return groups;
  const given = reach === undefined ? "egress" : "reach";
  throw new pulumi.RunError(
    `SharedVpcConfig "${name}": ${given} is for the group that is made. Leave it out and give the rules to your groups, or leave securityGroupIds out.`,
  );
}
