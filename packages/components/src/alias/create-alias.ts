import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { eventual, number, object, objectWith, text } from "../arguments/argument-checks";
import { rejectArgument } from "../arguments/reject-argument";
import type { FunctionAliasArgs } from "./function-alias-args";

const checkTypes = objectWith({
  name: text,
  description: eventual(text),
  previousVersion: eventual(text),
  previousWeight: eventual(number),
});

/**
 * Rejects an alias of a function that publishes no versions: it would name `$LATEST`, whose code changes before the alias moves. Also
 * rejects half of a gradual deployment, and a weight that is no share. Throws a `pulumi.RunError`.
 */
export function checkAlias(argument: string, alias: FunctionAliasArgs, publish: unknown): void {
  object(argument, alias);
  checkTypes(argument, alias);
  const { name, previousVersion, previousWeight } = alias;
  if (name === undefined) rejectArgument(`${argument}.name`, "Set the name of the alias, such as live");
  if (publish === undefined || publish === false)
    rejectArgument(argument, "The function publishes no versions, so the alias would name $LATEST. Set publish to true, or remove alias");
  if ((previousVersion === undefined) !== (previousWeight === undefined))
    rejectArgument(argument, "Set previousVersion and previousWeight, or neither");
  if (typeof previousWeight === "number" && !(previousWeight > 0 && previousWeight < 1))
    rejectArgument(`${argument}.previousWeight`, `Expected a share above 0 and below 1, got ${previousWeight}`);
}

/** Creates an alias of the latest version of `lambda`. Its weights are those of the version that it names in addition. */
export function createAlias(
  name: string,
  lambda: aws.lambda.Function,
  alias: FunctionAliasArgs,
  { parent, region }: { readonly parent: pulumi.Resource; readonly region?: aws.lambda.FunctionArgs["region"] },
): aws.lambda.Alias {
  const { previousVersion, previousWeight, ...settings } = alias;
  const weights = previousVersion === undefined || previousWeight === undefined ? [] : [{ previousVersion, previousWeight }];
  const routing = weights.map((one) =>
    pulumi.output(one).apply((known) => ({ additionalVersionWeights: { [known.previousVersion]: known.previousWeight } })),
  );
  return new aws.lambda.Alias(
    `${name}-${settings.name}`,
    {
      ...settings,
      ...(region === undefined ? {} : { region }),
      functionName: lambda.name,
      functionVersion: lambda.version,
      ...(routing[0] === undefined ? {} : { routingConfig: routing[0] }),
    },
    { parent },
  );
}
