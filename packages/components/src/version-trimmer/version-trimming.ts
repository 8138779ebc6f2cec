import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../execution-role/execution-permissions";
import { rejectArgument } from "../arguments/reject-argument";
import { LIFECYCLE_KEY, type TrimRequest } from "../trimming/trim-versions";

/** The function that deletes old versions, as a version trimmer has it among its outputs. */
export interface TrimmerArgs {
  /** The name of its function, in the same Region. */
  functionName: pulumi.Input<string>;
  /** The name of its role, which is given the permission to trim. */
  roleName: pulumi.Input<string>;
}

/** How old versions of a function are deleted. */
export interface TrimmingArgs {
  /** Who deletes them. */
  trimmer: TrimmerArgs;
  /**
   * How many of the newest versions stay, 1 or more: what you may want to go back to. Versions that an alias names or that have provisioned concurrency
   * stay as well. Each that stays keeps its groups and subnets from being deleted. Who else uses a version is not seen, such as an event
   * source that names its number, which could name an alias, or a durable execution under way.
   */
  keep: number;
}

/** Refuses, at the argument `where`, to trim a function that publishes nothing, or to keep nothing of it. */
export function checkTrimming(argument: string, keep: number, publish: pulumi.Input<boolean | undefined>): void {
  if (publish === undefined || publish === false)
    rejectArgument(argument, "there are no versions where none are published. Set publish: true, or leave this out");
  if (!Number.isInteger(keep) || keep < 1)
    rejectArgument(argument, `${keep} is no number of versions to keep. Keep 1 or more: the newest always stays`);
}

/**
 * Has old versions of `lambda` deleted now and whenever it publishes one, by an invocation that is asked anew then, in place. What the trimmer may do goes
 * with the function; a trimming that fails fails the update, which the next one makes up for.
 */
export function createTrimming(name: string, lambda: aws.lambda.Function, { trimmer, keep }: TrimmingArgs, parent: pulumi.Resource): void {
  const permission = new aws.iam.RolePolicy(
    `${name}-trimming`,
    { role: trimmer.roleName, policy: lambda.arn.apply((arn) => policyDocument(...permissions(arn))) },
    { parent },
  );
  const request = (functionName: string, version: string): TrimRequest => ({ functionName, version, keep });
  new aws.lambda.Invocation(
    `${name}-trimming`,
    {
      functionName: trimmer.functionName,
      input: pulumi.all([lambda.name, lambda.version]).apply(([functionName, version]) => JSON.stringify(request(functionName, version))),
      lifecycleScope: "CRUD",
      terraformKey: LIFECYCLE_KEY,
      region: lambda.region,
    },
    { parent, dependsOn: [permission] },
  );
}

/** The versions have ARNs of their own, so the function itself is not among what may be deleted (docs/aws-facts.md#version-deletion). */
function permissions(arn: string) {
  const readActions = ["lambda:ListVersionsByFunction", "lambda:ListAliases", "lambda:ListProvisionedConcurrencyConfigs"];
  return [
    { Effect: "Allow", Action: readActions, Resource: arn },
    { Effect: "Allow", Action: "lambda:DeleteFunction", Resource: `${arn}:*` },
  ] as const;
}
