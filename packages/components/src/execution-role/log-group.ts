import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** Settings of the log group of a function. */
export interface LogGroupSettings {
  /** The name of the function, if the program sets one. */
  readonly name?: aws.lambda.FunctionArgs["name"];
  /** Days. 0 keeps the log forever (docs/aws-facts.md#log-retention). */
  readonly retentionInDays: pulumi.Input<number>;
  readonly region?: aws.lambda.FunctionArgs["region"];
  readonly tags?: aws.lambda.FunctionArgs["tags"];
}

/** Creates the log group of the function `name`. It must exist before the function: Lambda would create one that never expires. */
export function createLogGroup(name: string, parent: pulumi.Resource, settings: LogGroupSettings): aws.cloudwatch.LogGroup {
  const { name: functionName, retentionInDays, region, tags } = settings;
  const nameArgs =
    functionName === undefined ? { namePrefix: `/aws/lambda/${name}-` } : { name: pulumi.interpolate`/aws/lambda/${functionName}` };
  return new aws.cloudwatch.LogGroup(
    name,
    { ...nameArgs, retentionInDays, ...(region === undefined ? {} : { region }), ...(tags === undefined ? {} : { tags }) },
    // A renamed component keeps its log group.
    { parent, ignoreChanges: ["namePrefix"] },
  );
}
