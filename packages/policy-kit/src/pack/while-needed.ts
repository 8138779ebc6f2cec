import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";

/** A policy as the SDK takes it: both kinds in one. */
export type SdkPolicy = ResourceValidationPolicy & StackValidationPolicy;

/** Whether a policy has to be called now. */
export interface Needs {
  readonly resource: () => boolean;
  readonly stack: () => boolean;
}

/**
 * A policy whose functions are there only while they are needed. A server that looks for them at each call of the engine deserialises every resource
 * anew for each one that it finds (docs/decisions/0013-what-the-sdk-costs.md). A copy, such as `{ ...policy }`, keeps what was there when it was made.
 */
export function whileNeeded(policy: SdkPolicy, { resource, stack }: Needs): SdkPolicy {
  const { validateResource, validateStack } = policy;
  return Object.defineProperties(
    { ...policy },
    {
      validateResource: { enumerable: true, get: () => (resource() ? validateResource : undefined) },
      validateStack: { enumerable: true, get: () => (stack() ? validateStack : undefined) },
    },
  );
}

/**
 * Whether the server of this version of the SDK looks for a policy's functions at each call, and does nothing in between looking and calling
 * (docs/engine-facts.md#callback-look-up). Others may call without looking: they find every function.
 */
export function looksAtEachCall(sdkVersion: string): boolean {
  return ["1.20.0", "1.21.0"].includes(sdkVersion);
}
