import type { Properties, Value } from "./value";

/** One resource of a stack, however it was seen. */
export interface StackResource {
  readonly urn: string;
  readonly type: string;
  /** False for components and the stack itself: they are nothing in AWS. */
  readonly custom: boolean;
  /** What the program asked for, element by element; absent where the engine did not show it. */
  readonly inputs?: Properties;
  /** What the provider plans or made. In a plan, one unknown element hides a whole set. */
  readonly outputs: Properties;
  /** URN of the provider that makes it. */
  readonly provider?: string;
  /** URN of the parent. */
  readonly parent?: string;
  /** URNs that each property depends on. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** What the program asked for, or what was planned where the program's inputs do not show. */
export function given(resource: StackResource, property: string): Value | undefined {
  return (resource.inputs ?? resource.outputs)[property];
}
