import type { Properties, Value } from "./value";

/** One resource of a stack, independent of its source. */
export interface StackResource {
  readonly urn: string;
  readonly type: string;
  /** Its type of `@pulumi/aws-native`, if it was translated from there. */
  readonly nativeType?: string;
  /** False for components and the stack itself, which do not exist in AWS. */
  readonly custom: boolean;
  /** The inputs of the program, element by element. Absent if the source does not contain them. */
  readonly inputs?: Properties;
  /** The planned or actual outputs of the provider. In a plan, one unknown element makes its whole set unknown. */
  readonly outputs: Properties;
  /** URN of the provider that creates it. */
  readonly provider?: string;
  /** URN of the parent. */
  readonly parent?: string;
  /** URNs that each property depends on. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** URNs of all its dependencies: those of its properties, and explicit ones (`dependsOn`). */
  readonly dependencies?: readonly string[];
  /** Where the program creates it. Absent if the source does not state it, as policy resources do not. */
  readonly position?: SourcePosition;
  /** Set if the program sets the option deleteBeforeReplace. Preview JSON and state files do not contain it. */
  readonly deleteBeforeReplace?: true;
  /** Set if it does not exist and the update leaves it out (`--target`, `--exclude`). All its properties are unknown. */
  readonly leftOut?: true;
}

/** A place in the source code of a program. */
export interface SourcePosition {
  /** Relative to the folder of Pulumi.yaml, with `/`. Absolute for ES modules, of which the SDK states no other path. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** The input of the program, or the planned output if the inputs are unavailable. */
export function given(resource: StackResource, property: string): Value | undefined {
  return (resource.inputs ?? resource.outputs)[property];
}

/** The same, or the output if the program specified no input. */
export function givenOrOutput(resource: StackResource, property: string): Value | undefined {
  return given(resource, property) ?? resource.outputs[property];
}

/** Whether the resource does not exist yet: its id is unknown. */
export function isBeingCreated({ outputs }: StackResource): boolean {
  return typeof outputs["id"] !== "string";
}
