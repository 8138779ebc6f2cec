import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { loggingStatement, policyDocument, LAMBDA_TRUST } from "../execution-role/execution-permissions";
import { createLogGroup } from "../execution-role/log-group";
import { TRIMMER_CODE } from "../trimming/trimmer-code";

export interface VersionTrimmerArgs {
  /** ARN of the policy that limits what its role can do at most. */
  permissionsBoundary?: pulumi.Input<string>;
  /** How many days its log is kept: 30 without it, 0 for ever. */
  logRetentionDays?: pulumi.Input<number>;
  /** Its Region, which is that of the functions: the provider's without it. */
  region?: pulumi.Input<string>;
  /** Tags of everything that is made. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * A small function that deletes old versions of other functions whenever they publish a new one: neither Lambda nor the provider deletes any. One does for
 * all functions of a stack. It is in no VPC, so it costs no ENI, and each function that it trims lets it list its versions and delete them, no more.
 *
 * ```ts
 * const trimmer = new VersionTrimmer("trimmer", {});
 * new VpcFunction("orders", { ...settings, publish: true, trimming: { trimmer, keep: 3 } });
 * ```
 */
export class VersionTrimmer extends pulumi.ComponentResource {
  public static readonly type = "lambda-vpc:index:VersionTrimmer";

  /** The name of the function that trims. */
  public readonly functionName: pulumi.Output<string>;
  /** The name of its role, which each function that is trimmed gives its permission to. */
  public readonly roleName: pulumi.Output<string>;

  constructor(name: string, args: VersionTrimmerArgs, options?: pulumi.ComponentResourceOptions) {
    super(VersionTrimmer.type, name, {}, options);
    const { permissionsBoundary, logRetentionDays: retentionInDays = 30 } = args;
    const region = args.region === undefined ? {} : { region: args.region };
    const tags = args.tags === undefined ? {} : { tags: args.tags };
    const parent = { parent: this };

    const logGroup = createLogGroup(name, this, { retentionInDays, ...region, ...tags });
    const role = new aws.iam.Role(
      name,
      {
        description: `Lets ${name} delete old versions of Lambda functions`,
        assumeRolePolicy: policyDocument(LAMBDA_TRUST),
        ...(permissionsBoundary === undefined ? {} : { permissionsBoundary }),
        ...tags,
      },
      parent,
    );
    const policy = logGroup.arn.apply((arn) => policyDocument(loggingStatement(arn)));
    const log = new aws.iam.RolePolicy(`${name}-log`, { role: role.name, policy }, parent);
    const lambda = new aws.lambda.Function(
      name,
      {
        description: "Deletes old versions of Lambda functions when they publish a new one",
        ...TRIMMER_CODE,
        role: role.arn,
        loggingConfig: { logFormat: "Text", logGroup: logGroup.name },
        ...region,
        ...tags,
      },
      { ...parent, dependsOn: [log] },
    );
    this.functionName = lambda.name;
    this.roleName = role.name;
    this.registerOutputs({ functionName: lambda.name, roleName: role.name });
  }
}
