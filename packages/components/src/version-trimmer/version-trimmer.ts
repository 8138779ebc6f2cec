import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { object } from "../arguments/argument-checks";
import { loggingStatement, policyDocument, LAMBDA_TRUST } from "../execution-role/execution-permissions";
import { createLogGroup } from "../execution-role/log-group";
import { TRIMMER_CODE } from "../trimming/trimmer-code";

export interface VersionTrimmerArgs {
  /** The ARN of the permissions boundary of its role. */
  permissionsBoundary?: pulumi.Input<string>;
  /** How many days its log is kept. Default: 30. 0 keeps it forever. */
  logRetentionDays?: pulumi.Input<number>;
  /** Its Region, which must be that of the functions. Default: that of the provider. */
  region?: pulumi.Input<string>;
  /** Tags of all resources. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * A function that deletes old versions of other functions, and those of a former network, when they publish a new one. Neither Lambda nor the provider deletes any. One
 * trimmer serves all functions of a stack. It is not in a VPC, so it costs no ENI. Each function that it trims allows it to list and
 * delete its versions, and no more.
 *
 * ```ts
 * const trimmer = new VersionTrimmer("trimmer", {});
 * new VpcFunction("orders", { ...settings, publish: true, trimming: { trimmer, keep: 3 } });
 * ```
 */
export class VersionTrimmer extends pulumi.ComponentResource {
  public static readonly type = "lambda-vpc:index:VersionTrimmer";

  /** The name of the trimmer's function. */
  public readonly functionName: pulumi.Output<string>;
  /** The name of its role. Each trimmed function adds a permission to it. */
  public readonly roleName: pulumi.Output<string>;

  constructor(name: string, args: VersionTrimmerArgs, options?: pulumi.ComponentResourceOptions) {
    super(VersionTrimmer.type, name, {}, options);
    object(name, args);
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
