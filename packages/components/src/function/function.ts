import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { logGroupArn } from "../execution-role/execution-permissions";
import { ExecutionRole } from "../execution-role/execution-role";
import type { FunctionSettings } from "./function-settings";
import type { LogArgs } from "../execution-role/log-args";
import { createLogGroup } from "../execution-role/log-group";
import { addGroupDependencies } from "../shared-vpc-config/group-dependencies";
import type { PermissionArgs } from "../execution-role/permission-args";
import { rejectArgument } from "../arguments/reject-argument";
import type { VpcConfig } from "../shared-vpc-config/shared-vpc-config";
import { checkTrimming, type TrimmingArgs, createTrimming } from "../version-trimmer/version-trimming";

/** What a quick deletion needs. */
export interface QuickDeletionArgs {
  /** Groups that take the place of the function's own before it is destroyed, such as the default group of its VPC. They must outlive the function. */
  replacementSecurityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** What a function of ours takes beside its network. */
export interface FunctionDescription extends FunctionSettings {
  /**
   * ARN of an execution role of yours. Without it one is made, with no more than Lambda needs to manage ENIs and the function to write its log;
   * one of yours needs both, and must stay up to 20 minutes longer than the function, for Lambda deletes ENIs with it.
   */
  role?: pulumi.Input<string>;
  /** What the function's code may do besides, with the role that is made. */
  permissions?: PermissionArgs[];
  /** ARN of the policy that limits what the role that is made can do at most. */
  permissionsBoundary?: pulumi.Input<string>;
  /** How many days the log is kept: 30 without it, 0 for ever (docs/aws-facts.md#log-retention). */
  logRetentionDays?: pulumi.Input<number>;
  /** Format, levels and place of the log. */
  loggingConfig?: LogArgs;
  /**
   * Frees the function's groups before it is destroyed, so that they need not wait for its ENIs. Its last ENIs then have the replacement groups, with
   * nothing in this program waiting for them: by giving this you say that `role`, its permissions and the subnets outlive the function.
   */
  quickDeletion?: QuickDeletionArgs;
}

export interface VpcFunctionArgs extends FunctionDescription {
  /** The network of the function: `vpcConfig` of a shared configuration, or its two lists. */
  vpcConfig: VpcConfig;
  /** Has old versions deleted whenever one is published; all are kept without it. */
  trimming?: TrimmingArgs;
}

/**
 * A function in a VPC, with a role and a log group of its own.
 *
 * ```ts
 * new VpcFunction("orders", { runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig: shared.vpcConfig });
 * ```
 *
 * The role lets Lambda manage ENIs, denies the same to the function's code, and lets the function write to its log group. Made in the order role,
 * permissions, group of the shared configuration, function, and destroyed the other way round: Lambda needs the role until the group's ENIs are gone.
 *
 * Throws a `pulumi.RunError` where what is given for the role that is made meets a role of yours, a quick deletion meets a role that goes as well, or
 * trimming meets a function that publishes no versions.
 */
export class VpcFunction extends pulumi.ComponentResource {
  public static readonly type = "lambda-vpc:index:Function";

  /** The function's name. */
  public readonly functionName: pulumi.Output<string>;
  /** The function's ARN. */
  public readonly arn: pulumi.Output<string>;
  /** The ARN with the version that was published last, or `$LATEST`. */
  public readonly qualifiedArn: pulumi.Output<string>;
  /** The ARN by which API Gateway invokes it. */
  public readonly invokeArn: pulumi.Output<string>;
  /** The version that was published last, or `$LATEST`. */
  public readonly version: pulumi.Output<string>;
  /** The ARN of its execution role. */
  public readonly roleArn: pulumi.Output<string>;
  /** The name of the execution role that is made, to attach policies to. */
  public readonly roleName?: pulumi.Output<string>;
  /** The name of its log group. */
  public readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: VpcFunctionArgs, options?: pulumi.ComponentResourceOptions) {
    // The group of the shared configuration waits for the role, and the role for this component: which must wait for nothing that may need the group.
    const { dependsOn = [], ...own } = options ?? {};
    super(VpcFunction.type, name, {}, own);
    const {
      vpcConfig,
      role,
      permissions,
      permissionsBoundary,
      logRetentionDays: retentionInDays = 30,
      loggingConfig,
      quickDeletion,
      trimming,
      ...settings
    } = args;
    if (quickDeletion !== undefined && role === undefined) rejectArgument(`${name}.quickDeletion`, NEEDS_ROLE);
    if (role !== undefined && permissions !== undefined) rejectArgument(`${name}.permissions`, HAS_ROLE);
    if (role !== undefined && permissionsBoundary !== undefined) rejectArgument(`${name}.permissionsBoundary`, HAS_ROLE);
    if (trimming !== undefined) checkTrimming(`${name}.trimming`, trimming.keep, settings.publish);

    const existingLogGroup = loggingConfig?.logGroup;
    const logGroup = existingLogGroup === undefined ? createLogGroup(name, this, { ...settings, retentionInDays }) : undefined;
    this.logGroupName = logGroup?.name ?? pulumi.output(existingLogGroup ?? "");
    const executionRole =
      role === undefined ? this.createRole(name, args, logGroup?.arn ?? this.logGroupName.apply(logGroupArn)) : undefined;
    this.roleArn = executionRole?.role.arn ?? pulumi.output(role ?? "");
    if (executionRole !== undefined) this.roleName = executionRole.role.name;

    const lambda = new aws.lambda.Function(
      name,
      {
        ...settings,
        role: this.roleArn,
        vpcConfig: vpcConfigOf(vpcConfig),
        loggingConfig: { logFormat: "Text", ...loggingConfig, logGroup: this.logGroupName },
        ...(quickDeletion === undefined ? {} : { replaceSecurityGroupsOnDestroy: true, ...quickDeletion }),
      },
      pulumi.mergeOptions({ parent: this, dependsOn: [...(executionRole?.policies ?? [])] }, { dependsOn }),
    );
    if (trimming !== undefined) createTrimming(name, lambda, trimming, this);
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
      roleArn: this.roleArn,
      roleName: this.roleName,
      logGroupName: this.logGroupName,
    });
  }

  private createRole(name: string, args: VpcFunctionArgs, logGroupArn: pulumi.Output<string>): ExecutionRole {
    const { permissions = [], permissionsBoundary, tags, vpcConfig } = args;
    const executionRole = new ExecutionRole(name, this, {
      logGroupArn,
      permissions,
      ...(permissionsBoundary === undefined ? {} : { permissionsBoundary }),
      ...(tags === undefined ? {} : { tags }),
    });
    addGroupDependencies(vpcConfig.securityGroupIds, name, executionRole.requiredForDeletion);
    return executionRole;
  }
}

const NEEDS_ROLE =
  "the role that is made goes with the function, and nothing waits for the ENIs that have the replacement groups. Give a role that outlives the function, or leave quickDeletion out";

const HAS_ROLE = "this is for the role that is made. Give it to your role, or leave role out";

/** Element by element, without what a program may have put beside. */
function vpcConfigOf({ subnetIds, securityGroupIds, ipv6AllowedForDualStack }: VpcConfig): aws.types.input.lambda.FunctionVpcConfig {
  return { subnetIds, securityGroupIds, ...(ipv6AllowedForDualStack === undefined ? {} : { ipv6AllowedForDualStack }) };
}
