import * as pulumi from "@pulumi/pulumi";
import { object } from "../arguments/argument-checks";
import { rejectArgument } from "../arguments/reject-argument";
import { checkKeep, createTrimming, type TrimmedFunctionArgs, type TrimmingArgs } from "./create-trimming";

export interface VersionTrimmingArgs extends TrimmingArgs {
  /** The function whose old versions are deleted. It must publish versions (`publish: true`). */
  lambda: TrimmedFunctionArgs;
}

/**
 * Deletes old versions of a function that is not a `VpcFunction`, now and whenever it publishes one.
 *
 * ```ts
 * const trimmer = new VersionTrimmer("trimmer", {});
 * const orders = new aws.lambda.Function("orders", { ...settings, publish: true });
 * new VersionTrimming("orders", { lambda: orders, trimmer, keep: 3 });
 * ```
 */
export class VersionTrimming extends pulumi.ComponentResource {
  public static readonly type = "lambda-vpc:index:VersionTrimming";

  /** The name of the function whose old versions are deleted. */
  public readonly functionName: pulumi.Output<string>;

  constructor(name: string, args: VersionTrimmingArgs, options?: pulumi.ComponentResourceOptions) {
    super(VersionTrimming.type, name, {}, options);
    object(name, args);
    object(`${name}.lambda`, args.lambda);
    object(`${name}.trimmer`, args.trimmer);
    checkKeep(`${name}.keep`, args.keep);
    const { lambda, trimmer, keep } = args;
    const version = pulumi.output(lambda.version).apply((published) => checkPublished(`${name}.lambda`, published));
    const region = lambda.region === undefined ? {} : { region: lambda.region };
    createTrimming(name, { name: lambda.name, arn: lambda.arn, version, ...region }, { trimmer, keep }, this);
    this.functionName = pulumi.output(lambda.name);
    this.registerOutputs({ functionName: this.functionName });
  }
}

/** A function that publishes nothing has the version $LATEST (docs/aws-facts.md#version-numbers). */
export function checkPublished(argument: string, version: string): string {
  return version === "$LATEST"
    ? rejectArgument(argument, "The function publishes no versions. Set publish: true, or remove this component")
    : version;
}
