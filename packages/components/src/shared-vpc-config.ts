import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { requireSize } from "./list-size";

export interface SharedVpcConfigArgs {
  /**
   * The subnets of the functions, 1 to 16 (source: Lambda API, VpcConfig). Pass them one by one, `[a.id, b.id]`: then a policy sees each at
   * preview. A list that is one output works too, but shows only after the deployment.
   */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Existing security groups to share, 1 to 5 (source: Lambda API, VpcConfig). Without them one group is made in `vpcId`. */
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** The VPC of the group that is made; needed where `securityGroupIds` is not given. */
  vpcId?: pulumi.Input<string>;
  /** What the functions may reach through the group that is made: nothing without it. */
  egress?: pulumi.Input<pulumi.Input<aws.types.input.ec2.SecurityGroupEgress>[]>;
  /** Tags of the group that is made. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** What a function's `vpcConfig` takes. Its lists stay lists: an unknown id hides neither its neighbours nor their number. */
export interface VpcConfig {
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  readonly securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * The unit of sharing: one set of security groups over one set of subnets. However many functions use it, it costs one combination, so at
 * least one Hyperplane ENI, a subnet (source: Lambda Developer Guide, configuration-vpc).
 *
 * ```ts
 * const shared = new SharedVpcConfig("shared", { vpcId: vpc.id, subnetIds: [a.id, b.id] });
 * new aws.lambda.Function("orders", { role, runtime, handler, code, vpcConfig: shared.vpcConfig });
 * ```
 *
 * Throws a `pulumi.RunError` where neither groups nor a VPC are given, or a list has a size that Lambda refuses.
 */
export class SharedVpcConfig extends pulumi.ComponentResource {
  public static readonly type = "lambda-vpc:index:SharedVpcConfig";

  /** For a function's `vpcConfig.subnetIds`. */
  public readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** For a function's `vpcConfig.securityGroupIds`. */
  public readonly securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;

  constructor(name: string, args: SharedVpcConfigArgs, options?: pulumi.ComponentResourceOptions) {
    super(SharedVpcConfig.type, name, args, options);
    this.subnetIds = elementWise(requireSize(`${name}.subnetIds`, args.subnetIds, 16));
    this.securityGroupIds = elementWise(
      requireSize(`${name}.securityGroupIds`, args.securityGroupIds ?? [this.makeGroup(name, args).id], 5),
    );
    this.registerOutputs({ ...this.vpcConfig });
  }

  /** Both lists as a function takes them: a plain object, whose lists show their elements. */
  public get vpcConfig(): VpcConfig {
    return { subnetIds: this.subnetIds, securityGroupIds: this.securityGroupIds };
  }

  private makeGroup(name: string, { vpcId, egress, tags }: SharedVpcConfigArgs): aws.ec2.SecurityGroup {
    if (vpcId === undefined)
      throw new pulumi.RunError(`SharedVpcConfig "${name}": give securityGroupIds to share existing groups, or vpcId to have one made.`);
    const description = `Shared by the Lambda functions of ${name}`;
    return new aws.ec2.SecurityGroup(
      name,
      { vpcId, description, ...(egress === undefined ? {} : { egress }), ...(tags === undefined ? {} : { tags }) },
      { parent: this },
    );
  }
}

/** Each element an output of its own, where the list shows its elements. */
function elementWise(list: pulumi.Input<pulumi.Input<string>[]>): pulumi.Input<pulumi.Input<string>[]> {
  return Array.isArray(list) ? list.map((element) => pulumi.output(element)) : list;
}
