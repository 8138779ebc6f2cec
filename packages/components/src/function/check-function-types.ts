import { eventual, listOf, number, object, objectWith } from "../arguments/argument-checks";
import { describeValue } from "../arguments/describe-value";
import { rejectArgument } from "../arguments/reject-argument";

const checkTypes = objectWith({
  permissions: eventual(listOf(eventual(object))),
  trimming: objectWith({ keep: number }),
  quickDeletion: eventual(object),
  loggingConfig: eventual(object),
  executionRole: object,
});

/**
 * Rejects a function without a network, and arguments of the wrong type, which programs in JavaScript and YAML can pass. Throws a
 * `pulumi.RunError`.
 */
export function checkFunctionTypes(argument: string, args: object): void {
  checkTypes(argument, args);
  const { vpcConfig, trimming }: { readonly vpcConfig?: unknown; readonly trimming?: { readonly trimmer?: unknown } } = args;
  // An output of an object has the properties of the object. A promise does not.
  if (typeof vpcConfig !== "object" || vpcConfig === null || Array.isArray(vpcConfig) || vpcConfig instanceof Promise)
    rejectArgument(
      `${argument}.vpcConfig`,
      `Expected the network of the function, got ${describeValue(vpcConfig)}. Pass a SharedVpcConfig, or an object with subnetIds and securityGroupIds`,
    );
  if (trimming !== undefined && (typeof trimming.trimmer !== "object" || trimming.trimmer === null))
    rejectArgument(
      `${argument}.trimming.trimmer`,
      `Expected a VersionTrimmer, got ${describeValue(trimming.trimmer)}. Create one, or remove trimming`,
    );
}
