import * as aws from "@pulumi/aws";
import { MAX_SECURITY_GROUPS_PER_FUNCTION, MAX_SUBNETS_PER_FUNCTION } from "@lambda-vpc/model";
import * as pulumi from "@pulumi/pulumi";
import { listOf, object, objectWith, recordOf } from "../arguments/argument-checks";
import { checkedId, checkedIds } from "../arguments/checked-ids";
import type { ExecutionRoleArgs } from "../execution-role/execution-role-args";
import { dependencyOnRoles } from "./group-roles";
import { listOnDemand } from "./list-on-demand";
import { checkReach, egressRule, ingressRule, type ReachArgs } from "./reach";

export interface SharedVpcConfigArgs {
  /**
   * The subnets of the functions, 1 to 16 (docs/aws-facts.md#function-limits). Pass them one by one, `[a.id, b.id]`: a policy then sees
   * each subnet at preview. A list that is a single output also works, but is unknown until deployed.
   */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Existing security groups to share, 1 to 5 (docs/aws-facts.md#function-limits). By default, one is created in `vpcId`. */
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** The VPC of the created group. Required unless `securityGroupIds` is set. */
  vpcId?: pulumi.Input<string>;
  /** The targets that the functions may reach through the created group, by name. Default: none. */
  reach?: Record<string, ReachArgs>;
  /** Outbound rules of the created group in the format of the AWS provider, in addition to those of `reach`. */
  egress?: pulumi.Input<pulumi.Input<aws.types.input.ec2.SecurityGroupEgress>[]>;
  /**
   * The roles of the functions that use the created group. They stay until the group is deleted, which waits until Lambda has deleted the
   * ENIs of the functions. Leave out roles that outlive this program.
   */
  roles?: ExecutionRoleArgs[];
  /** Whether functions also use IPv6. All subnets must then be dual-stack (docs/aws-facts.md#dual-stack). */
  ipv6AllowedForDualStack?: pulumi.Input<boolean>;
  /** The Region of the created group. Default: that of the provider. */
  region?: pulumi.Input<string>;
  /** Tags of the created group and of the inbound rules on targets. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** The value of a function's `vpcConfig`. Its lists stay lists: an unknown id hides neither its neighbours nor their number. */
export interface VpcConfig {
  /** The subnets, 1 to 16 (docs/aws-facts.md#function-limits). */
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** The security groups, 1 to 5 (docs/aws-facts.md#function-limits). */
  readonly securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Whether the function also uses IPv6. All subnets must then be dual-stack. */
  readonly ipv6AllowedForDualStack?: pulumi.Input<boolean>;
}

/**
 * One set of security groups in one set of subnets, shared by all functions that may reach the same targets. However many functions use
 * it, it costs one combination in each subnet, which is at least one Hyperplane ENI (docs/aws-facts.md#eni-sharing).
 *
 * ```ts
 * const executionRole = new FunctionRole("orders", {});
 * const reach = { orders: { port: 5432, securityGroupId: database.id, openTarget: true } };
 * const shared = new SharedVpcConfig("database", { vpcId: vpc.id, subnetIds: [a.id, b.id], reach, roles: [executionRole] });
 * new VpcFunction("orders", { runtime, handler, code, vpcConfig: shared, executionRole });
 * ```
 *
 * For an `aws.lambda.Function`, pass `shared.vpcConfig`.
 *
 * The group exists as long as something in the program uses its id. So it is deleted in the same update as its last function, and waits until Lambda has deleted the
 * ENIs. If the group stayed, nothing would keep the role until then.
 *
 * Throws a `pulumi.RunError` if neither groups nor a VPC are specified, if Lambda would reject the length of a list, or if a reach is
 * incomplete.
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
    const { roles, ...inputs } = args;
    super(SharedVpcConfig.type, name, inputs, options);
    checkTypes(name, args);
    groupRoles.set(this, args.securityGroupIds === undefined ? (roles ?? []) : "existing groups");
    this.subnetIds = checkedIds(`${name}.subnetIds`, args.subnetIds, MAX_SUBNETS_PER_FUNCTION);
    if (args.ipv6AllowedForDualStack !== undefined) this.ipv6AllowedForDualStack = args.ipv6AllowedForDualStack;
    if (args.securityGroupIds === undefined) this.securityGroupIds = this.groupOnDemand(name, args);
    else {
      const given = rejectRules(name, args, args.securityGroupIds);
      this.securityGroupIds = checkedIds(`${name}.securityGroupIds`, given, MAX_SECURITY_GROUPS_PER_FUNCTION);
      this.registerOutputs(this.vpcConfig);
    }
  }

  /** The value for the `vpcConfig` of any function. */
  get vpcConfig(): VpcConfig {
    const { subnetIds, securityGroupIds, ipv6AllowedForDualStack } = this;
    return { subnetIds, securityGroupIds, ...(ipv6AllowedForDualStack === undefined ? {} : { ipv6AllowedForDualStack }) };
  }

  /** The list with the id of the group. The group is created, and the outputs are registered, when something reads the id. */
  private groupOnDemand(name: string, { vpcId, reach = {}, egress, roles = [], ...shared }: SharedVpcConfigArgs): pulumi.Output<string>[] {
    if (vpcId === undefined)
      throw new pulumi.RunError(`SharedVpcConfig "${name}": Set securityGroupIds to share existing groups, or vpcId to create one.`);
    const reachEntries = Object.entries(reach).map(([what, one]) => ({ what, one: checkReach(`${name}.reach.${what}`, one) }));
    const rules = reachEntries.map(({ what, one }) => egressRule(what, one));
    const commonArguments = commonArgs(shared);
    const dependsOn = dependencyOnRoles(roles);
    const checked = checkedId(`${name}.vpcId`, vpcId);
    return listOnDemand(() => {
      const group = new aws.ec2.SecurityGroup(
        name,
        { vpcId: checked, description: `Shared by the Lambda functions of ${name}`, ...combinedEgress(rules, egress), ...commonArguments },
        // A renamed component keeps its group, whose description cannot change (docs/aws-facts.md#group-description).
        { parent: this, dependsOn, ignoreChanges: ["description"] },
      );
      for (const { what, one } of reachEntries) {
        const rule = ingressRule(what, one, group.id);
        if (rule !== undefined) new aws.vpc.SecurityGroupIngressRule(`${name}-${what}`, { ...rule, ...commonArguments }, { parent: this });
      }
      this.registerOutputs({ ...this.vpcConfig, securityGroupIds: [group.id] });
      return group.id;
    });
  }
}

/** The roles that the created group of each configuration depends on. A property of the class would be an output in the schema. */
const groupRoles = new WeakMap<object, readonly ExecutionRoleArgs[] | "existing groups">();

/**
 * The roles that the created group of a configuration depends on, or that its groups are not created. Undefined for anything that is not a
 * `SharedVpcConfig`, such as its lists.
 */
export function rolesOfGroup(vpcConfig: VpcConfig): readonly ExecutionRoleArgs[] | "existing groups" | undefined {
  return groupRoles.get(vpcConfig);
}

const checkTypes = objectWith({ reach: recordOf(object), roles: listOf(object) });

/** The arguments that all resources share. */
function commonArgs({ region, tags }: Pick<SharedVpcConfigArgs, "region" | "tags">): Pick<SharedVpcConfigArgs, "region" | "tags"> {
  return { ...(region === undefined ? {} : { region }), ...(tags === undefined ? {} : { tags }) };
}

type Egress = SharedVpcConfigArgs["egress"];

/** Both lists of rules in one. Its elements are known if they are known in both. */
function combinedEgress(
  reachEntries: readonly aws.types.input.ec2.SecurityGroupEgress[],
  egress: Egress,
): { egress?: NonNullable<Egress> } {
  if (egress === undefined) return reachEntries.length === 0 ? {} : { egress: [...reachEntries] };
  if (reachEntries.length === 0) return { egress };
  if (Array.isArray(egress)) return { egress: [...reachEntries, ...egress] };
  return { egress: pulumi.all([pulumi.output([...reachEntries]), egress]).apply(([first, second]) => [...first, ...second]) };
}

/** Returns `groups`. Throws if there are rules, which apply to a created group only. */
function rejectRules<T>(name: string, { reach, egress, roles }: SharedVpcConfigArgs, groups: T): T {
  if (roles !== undefined)
    throw new pulumi.RunError(
      `SharedVpcConfig "${name}": roles applies to a created group only. Remove roles, and let your groups depend on the roles of their functions, or remove securityGroupIds.`,
    );
  if (reach === undefined && egress === undefined) return groups;
  const given = reach === undefined ? "egress" : "reach";
  throw new pulumi.RunError(
    `SharedVpcConfig "${name}": ${given} applies to a created group only. Add the rules to your groups and remove ${given}, or remove securityGroupIds.`,
  );
}
