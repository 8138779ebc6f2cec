import { requireEdgeFunction } from "../../account/lambda/edge-function";
import type { Account } from "../../account/store/account";
import { object, objects, text } from "../../property/read";
import type { Properties } from "../../property/value";

/** Refuses a distribution that associates a function that cannot be a Lambda@Edge function. */
export function requireEdgeFunctions(account: Account, inputs: Properties): void {
  const behaviors = [
    object(inputs, "defaultCacheBehavior") ?? {},
    ...["orderedCacheBehaviors", "cacheBehaviors"].flatMap((name) => objects(inputs, name)),
  ];
  for (const association of behaviors.flatMap((behavior) => objects(behavior, "lambdaFunctionAssociations"))) {
    const arn = text(association, "lambdaArn") ?? text(association, "lambdaFunctionArn");
    if (arn !== undefined) requireEdgeFunction(account, arn);
  }
}
