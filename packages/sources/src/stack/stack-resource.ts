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
  /** URNs of all that it depends on: those of its properties, and what the program orders explicitly (`dependsOn`). */
  readonly dependencies?: readonly string[];
}

/** What the program asked for, or what was planned where the program's inputs do not show. */
export function given(resource: StackResource, property: string): Value | undefined {
  return (resource.inputs ?? resource.outputs)[property];
}

/** The same, or what was made where the program gave nothing. */
export function givenOrMade(resource: StackResource, property: string): Value | undefined {
  return given(resource, property) ?? resource.outputs[property];
}

/** Whether the resource does not exist yet, as far as its id tells. */
export function isBeingMade({ outputs }: StackResource): boolean {
  return typeof outputs["id"] !== "string";
}
