import * as aws from "@pulumi/aws";
import { MAX_SECURITY_GROUPS_PER_FUNCTION, MAX_SUBNETS_PER_FUNCTION } from "@lambda-vpc/model";
import * as pulumi from "@pulumi/pulumi";
import { checkAlias, createAlias } from "../alias/create-alias";
import type { FunctionAliasArgs } from "../alias/function-alias-args";
import { checkedIds } from "../arguments/checked-ids";
import { checkFunctionTypes } from "./check-function-types";
import { checkRoleOrder } from "./check-role-order";
import { logGroupArn } from "../execution-role/execution-permissions";
import { createCodePolicies } from "../execution-role/code-policies";
import type { ExecutionRoleArgs } from "../execution-role/execution-role-args";
import { createNetworkRole } from "../execution-role/network-role";
import type { FunctionSettings } from "./function-settings";
import type { LogArgs } from "../execution-role/log-args";
import { createLogGroup } from "../execution-role/log-group";
import type { GrantArgs } from "../grants/grant-args";
import { permissionsOfGrants } from "../grants/granted-permissions";
import type { PermissionArgs } from "../execution-role/permission-args";
import { rejectArgument } from "../arguments/reject-argument";
import type { VpcConfig } from "../shared-vpc-config/shared-vpc-config";
import { checkTrimming, type TrimmingArgs, createTrimming } from "../version-trimmer/create-trimming";

/** Settings of a quick deletion. */
export interface QuickDeletionArgs {
  /**
   * Security groups that replace the function's own before it is destroyed, such as the default group of its VPC. They must outlive the
   * function.
   */
  replacementSecurityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** The arguments of a function, except its network. */
export interface FunctionDescription extends FunctionSettings {
  /**
   * The ARN of an existing execution role. By default, one is created with the permissions to manage ENIs and to write the log, and no
   * more. An existing role needs both. It must stay up to 20 minutes longer than the function, because Lambda deletes ENIs with it.
   */
  role?: pulumi.Input<string>;
  /** Permissions of the function's code, added to the created role or to `executionRole`. */
  permissions?: PermissionArgs[];
  /**
   * Access to single resources, added to the created role or to `executionRole`: the least actions on their ARNs. The function, and all that depends on it, such
   * as an event source mapping, waits for them.
   */
  grants?: GrantArgs[];
  /** An alias of the latest version. Requires `publish`. */
  alias?: FunctionAliasArgs;
  /** The ARN of the permissions boundary of the created role. */
  permissionsBoundary?: pulumi.Input<string>;
  /** How many days the log is kept. Default: 30. 0 keeps it forever (docs/aws-facts.md#log-retention). */
  logRetentionDays?: pulumi.Input<number>;
  /** The format, levels and log group of the log. */
  loggingConfig?: LogArgs;
  /**
   * Gives the function other security groups before it is destroyed. The last ENIs then use these groups, and nothing in this program waits
   * for them. The ENIs with the former groups were observed during such a destroy, and AWS does not document when Lambda deletes them, so it
   * can take as long as without (docs/aws-facts.md#group-replacement). Set it only if `role`, its permissions and the subnets outlive the function.
   */
  quickDeletion?: QuickDeletionArgs;
}

export interface VpcFunctionArgs extends FunctionDescription {
  /** The network of the function: a `SharedVpcConfig`, or lists of ids. */
  vpcConfig: VpcConfig;
  /**
   * A `FunctionRole` that is created before the security group of the function, and listed in its `roles`. The function adds its permissions
   * to it. Lambda then finds the role until it has deleted the ENIs.
   */
  executionRole?: ExecutionRoleArgs;
  /** Deletes old versions whenever a new one is published. By default, all versions are kept. */
  trimming?: TrimmingArgs;
}

/**
 * A Lambda function in a VPC, with its own role and log group.
 *
 * ```ts
 * const executionRole = new FunctionRole("orders", {});
 * const shared = new SharedVpcConfig("database", { vpcId, subnetIds, roles: [executionRole] });
 * new VpcFunction("orders", { runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig: shared, executionRole });
 * ```
 *
 * The role lets Lambda manage ENIs, denies the same to the function's code, and lets the function write to its log group. Resources are
 * created in this order: role, security group of the shared configuration, function. They are destroyed in reverse order, because Lambda
 * needs the role until the ENIs of the group are deleted. A role that the function creates comes after the group, so a warning reports that
 * nothing keeps it.
 *
 * Throws a `pulumi.RunError` for a `SharedVpcConfig` whose group does not depend on the role, for arguments of the created role next to an
 * existing `role`, for a quick deletion without `role`, and for trimming or an alias of a function that publishes no versions.
 */
export class VpcFunction extends pulumi.ComponentResource {
  public static readonly type = "lambda-vpc:index:Function";

  /** The name of the function. */
  public readonly functionName: pulumi.Output<string>;
  /** The ARN of the function. */
  public readonly arn: pulumi.Output<string>;
  /** The ARN with the latest published version, or with `$LATEST`. */
  public readonly qualifiedArn: pulumi.Output<string>;
  /** The ARN with which API Gateway invokes the function. */
  public readonly invokeArn: pulumi.Output<string>;
  /** The latest published version, or `$LATEST`. */
  public readonly version: pulumi.Output<string>;
  /** The ARN of the alias, if there is one. */
  public readonly aliasArn?: pulumi.Output<string>;
  /** The ARN with which API Gateway invokes the alias, if there is one. */
  public readonly aliasInvokeArn?: pulumi.Output<string>;
  /** The ARN of its execution role. */
  public readonly roleArn: pulumi.Output<string>;
  /** The name of the created execution role. Attach further policies to it. */
  public readonly roleName?: pulumi.Output<string>;
  /** The name of its log group. */
  public readonly logGroupName: pulumi.Output<string>;

  /** The function itself, for code that takes a resource, such as `topic.onEvent("orders", orders.lambda)`. */
  get lambda(): aws.lambda.Function {
    const lambda = lambdas.get(this);
    if (lambda === undefined) throw new Error("The function is read before it is created.");
    return lambda;
  }

  constructor(name: string, args: VpcFunctionArgs, options?: pulumi.ComponentResourceOptions) {
    // The created role is a child of this component. What depends on the component, such as a database, may wait for the group, which waits
    // for the role: only the function gets `dependsOn`.
    const { dependsOn = [], ...own } = options ?? {};
    super(VpcFunction.type, name, {}, own);
    checkFunctionTypes(name, args);
    const {
      vpcConfig,
      role,
      executionRole,
      permissions,
      grants,
      alias,
      permissionsBoundary,
      logRetentionDays: retentionInDays = 30,
      loggingConfig,
      quickDeletion,
      trimming,
      ...settings
    } = args;
    if (quickDeletion !== undefined && role === undefined) rejectArgument(`${name}.quickDeletion`, NEEDS_ROLE);
    if (role !== undefined && permissions !== undefined) rejectArgument(`${name}.permissions`, HAS_ROLE);
    if (role !== undefined && grants !== undefined) rejectArgument(`${name}.grants`, HAS_ROLE);
    if (role !== undefined && executionRole !== undefined) rejectArgument(`${name}.executionRole`, TWO_ROLES);
    if (role !== undefined && permissionsBoundary !== undefined) rejectArgument(`${name}.permissionsBoundary`, HAS_ROLE);
    if (executionRole !== undefined && permissionsBoundary !== undefined) rejectArgument(`${name}.permissionsBoundary`, HAS_FUNCTION_ROLE);
    if (trimming !== undefined) checkTrimming(`${name}.trimming`, trimming.keep, settings.publish);
    if (alias !== undefined) checkAlias(`${name}.alias`, alias, settings.publish);

    const existingLogGroup = loggingConfig?.logGroup;
    const logGroup = existingLogGroup === undefined ? createLogGroup(name, this, { ...settings, retentionInDays }) : undefined;
    this.logGroupName = logGroup?.name ?? pulumi.output(existingLogGroup ?? "");
    const ownRole = role === undefined ? this.ownRole(name, args, logGroup?.arn ?? this.logGroupName.apply(logGroupArn)) : undefined;
    this.roleArn = pulumi.output(ownRole?.roleArn ?? role ?? "");
    if (ownRole !== undefined) this.roleName = pulumi.output(ownRole.roleName);

    const lambda = new aws.lambda.Function(
      name,
      {
        ...settings,
        role: this.roleArn,
        vpcConfig: vpcConfigOf(`${name}.vpcConfig`, vpcConfig),
        loggingConfig: { logFormat: "Text", ...loggingConfig, logGroup: this.logGroupName },
        ...(quickDeletion === undefined ? {} : { replaceSecurityGroupsOnDestroy: true, ...quickDeletion }),
      },
      pulumi.mergeOptions({ parent: this, dependsOn: [...(ownRole?.policies ?? [])] }, { dependsOn }),
    );
    if (trimming !== undefined) createTrimming(name, lambda, trimming, this);
    if (alias !== undefined) {
      const { arn, invokeArn } = createAlias(name, lambda, alias, { parent: this, ...settings });
      this.aliasArn = arn;
      this.aliasInvokeArn = invokeArn;
    }
    lambdas.set(this, lambda);
    this.functionName = lambda.name;
    this.arn = lambda.arn;
    this.qualifiedArn = lambda.qualifiedArn;
    this.invokeArn = lambda.invokeArn;
    this.version = lambda.version;
    this.registerOutputs({
      functionName: lambda.name,
      arn: lambda.arn,
      qualifiedArn: lambda.qualifiedArn,
      invokeArn: lambda.invokeArn,
      version: lambda.version,
      aliasArn: this.aliasArn,
      aliasInvokeArn: this.aliasInvokeArn,
      roleArn: this.roleArn,
      roleName: this.roleName,
      logGroupName: this.logGroupName,
    });
  }

  /** The role that the function has permissions added to, and what the function waits for. */
  private ownRole(name: string, args: VpcFunctionArgs, logGroupArn: pulumi.Output<string>): OwnRole {
    const { permissions = [], grants = [], vpcConfig, executionRole } = args;
    checkRoleOrder(name, vpcConfig, executionRole);
    const { roleArn, roleName, networkPolicyId } = executionRole ?? createNetworkRole(name, args, this);
    const all = { logGroupArn, permissions: [...permissions, ...permissionsOfGrants(`${name}.grants`, grants)] };
    const [log, ...policies] = createCodePolicies(name, roleName, all, this);
    // The id has no resource to name here: the dependencies of the output are added.
    return { roleArn, roleName, policies: [log, ...policies, pulumi.output(networkPolicyId).apply(() => log)] };
  }
}

interface OwnRole {
  readonly roleArn: pulumi.Input<string>;
  readonly roleName: pulumi.Input<string>;
  readonly policies: readonly pulumi.Input<pulumi.Resource>[];
}

/** The functions themselves. A property of the class would be an output in the schema, of a type of another package. */
const lambdas = new WeakMap<VpcFunction, aws.lambda.Function>();

const NEEDS_ROLE =
  "The created role is deleted with the function, before Lambda has deleted the ENIs. Set role to a role that outlives the function, or remove quickDeletion";

const TWO_ROLES = "The function has one role. Remove role or executionRole";

const HAS_FUNCTION_ROLE = "The role exists already. Set it on the FunctionRole";

const HAS_ROLE = "It applies to the created role only. Add it to the role that you pass, or remove role";

/**
 * Copies the known properties, because a program may pass an object with more of them. Both lists must have elements: Lambda takes two empty
 * lists as no VPC, and the function would have no network to reach.
 */
function vpcConfigOf(
  argument: string,
  { subnetIds, securityGroupIds, ipv6AllowedForDualStack }: VpcConfig,
): aws.types.input.lambda.FunctionVpcConfig {
  return {
    subnetIds: checkedIds(`${argument}.subnetIds`, subnetIds, MAX_SUBNETS_PER_FUNCTION),
    securityGroupIds: checkedIds(`${argument}.securityGroupIds`, securityGroupIds, MAX_SECURITY_GROUPS_PER_FUNCTION),
    ...(ipv6AllowedForDualStack === undefined ? {} : { ipv6AllowedForDualStack }),
  };
}
