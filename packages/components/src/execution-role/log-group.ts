import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** What a function's log group follows. */
export interface LogGroupSettings {
  /** The function's name, where the program gives it one. */
  readonly name?: aws.lambda.FunctionArgs["name"];
  /** Days; 0 for ever (docs/aws-facts.md#log-retention). */
  readonly retentionInDays: pulumi.Input<number>;
  readonly region?: aws.lambda.FunctionArgs["region"];
  readonly tags?: aws.lambda.FunctionArgs["tags"];
}

/** The log group of the function `name`, to be made before the function, which would make one that is kept for ever. */
export function createLogGroup(name: string, parent: pulumi.Resource, settings: LogGroupSettings): aws.cloudwatch.LogGroup {
  const { name: functionName, retentionInDays, region, tags } = settings;
  const nameArgs =
    functionName === undefined ? { namePrefix: `/aws/lambda/${name}-` } : { name: pulumi.interpolate`/aws/lambda/${functionName}` };
  return new aws.cloudwatch.LogGroup(
    name,
    { ...nameArgs, retentionInDays, ...(region === undefined ? {} : { region }), ...(tags === undefined ? {} : { tags }) },
    // A component that is renamed keeps the log that it has.
    { parent, ignoreChanges: ["namePrefix"] },
  );
}
