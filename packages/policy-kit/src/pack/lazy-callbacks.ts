import type { PolicyPackArgs, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";

/** A policy as the SDK takes it: both kinds in one. */
export type SdkPolicy = ResourceValidationPolicy & StackValidationPolicy;

/** Whether the SDK must call a policy with the next resource, or with the stack. Both only look up. */
export interface Needs {
  readonly resource: () => boolean;
  readonly stack: () => boolean;
}

/**
 * A policy that has a callback only while the SDK must call it. A server that looks for callbacks at each call of the engine deserialises every
 * resource anew for each callback that it finds (docs/decisions/0013-what-the-sdk-costs.md). Looking changes nothing. A copy, such as
 * `{ ...policy }`, keeps the callbacks of the moment when it was made.
 */
export function lazyCallbacks(policy: SdkPolicy, { resource, stack }: Needs): SdkPolicy {
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
 * The policies as a list that calls `onPass` each time the SDK's server begins to iterate over it: once for each resource and once for each stack
 * (docs/engine-facts.md#callback-look-up).
 */
export function observedPasses(policies: PolicyPackArgs["policies"], onPass: () => void): PolicyPackArgs["policies"] {
  const list = [...policies];
  return Object.defineProperty(list, Symbol.iterator, {
    value: () => {
      onPass();
      return list.values();
    },
  });
}

/**
 * Whether the server of this version of the SDK looks for a policy's callbacks at each call, and does nothing between looking and calling
 * (docs/engine-facts.md#callback-look-up). Others may call without looking: they find every callback.
 */
export function looksAtEachCall(sdkVersion: string): boolean {
  return ["1.20.0", "1.21.0"].includes(sdkVersion);
}
