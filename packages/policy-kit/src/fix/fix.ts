import type { Key } from "@lambda-vpc/model";

/**
 * What to do about a finding, as data. Its text follows from it (`fixText`).
 *
 * Laws, which the advice run holds on the engine: once a fix is applied literally, update by update, its finding is gone, no mandatory finding is
 * new, every update succeeds, and only what the fix names is replaced.
 */
export type Fix = Change | Choice | ByHand;

/** Changes of the program that an engineer, or a tool, can make without a decision. */
export interface Change {
  readonly kind: "change";
  /** The updates in the order in which they must happen: each is one `pulumi up`. */
  readonly updates: readonly [Update, ...Update[]];
  /** Whether a function may reach more afterwards; `same` if not given. */
  readonly access?: "same" | "wider";
  /** What a reader must know before: a cost, a condition. One sentence. */
  readonly note?: string;
}

/** What one update changes. */
export type Update = readonly [Step, ...Step[]];

/** Several fixes, of which one is enough. The first is the advised one. */
export interface Choice {
  readonly kind: "choice";
  readonly options: readonly [Fix, Fix, ...Fix[]];
}

/** No mechanical fix is safe. */
export interface ByHand {
  readonly kind: "by-hand";
  /** What a person has to do; it starts with a verb. */
  readonly instruction: string;
  /** Why no tool can do it, as a clause: `the program does not show which destinations the functions call`. */
  readonly reason: string;
}

/** One change of the program. Resources are URNs where the stack manages them. */
export type Step =
  /** Use exactly these subnets, these groups, or both, in each of these functions. */
  | {
      readonly step: "set-vpc-config";
      readonly functions: readonly Key[];
      readonly subnets?: readonly Key[];
      readonly securityGroups?: readonly Key[];
    }
  /** Remove `vpcConfig`: the functions leave their VPC. */
  | { readonly step: "leave-vpc"; readonly functions: readonly Key[] }
  /** Add `on` to the option dependsOn of each of these resources. */
  | { readonly step: "depend-on"; readonly resources: readonly Key[]; readonly on: readonly Key[] }
  /** Remove `on` from the option dependsOn of each of these resources. */
  | { readonly step: "do-not-depend-on"; readonly resources: readonly Key[]; readonly on: readonly Key[] }
  /** Set an input; nested ones with dots: `vpcConfig.ipv6AllowedForDualStack`. */
  | { readonly step: "set-property"; readonly resources: readonly Key[]; readonly property: string; readonly value: PropertyValue }
  /** Remove an input. */
  | { readonly step: "remove-property"; readonly resources: readonly Key[]; readonly property: string }
  /** Set or remove a resource option, such as retainOnDelete. */
  | { readonly step: "set-option"; readonly resources: readonly Key[]; readonly option: ResourceOption; readonly value: boolean }
  /** Declare a resource. */
  | {
      readonly step: "add-resource";
      /** `aws:iam/rolePolicyAttachment:RolePolicyAttachment` */
      readonly type: string;
      readonly properties: Readonly<Record<string, PropertyValue>>;
      /** What it must wait for. */
      readonly dependsOn?: readonly Key[];
      /** What must wait for it. */
      readonly dependents?: readonly Key[];
    }
  /** Remove resources from the program, with the rules and associations that name them. */
  | { readonly step: "remove-resources"; readonly resources: readonly Key[] }
  /** Delete the published versions of these functions that no alias uses: with a VersionTrimmer, or by hand. */
  | { readonly step: "trim-versions"; readonly functions: readonly Key[] };

/** Options that a fix sets. */
export type ResourceOption = "deleteBeforeReplace" | "retainOnDelete";

/** A value, or an output of a resource of the program. */
export type PropertyValue = string | number | boolean | Reference | readonly PropertyValue[];

/** `output` of `resource`: its id, arn, name. A fact of AWS that the SDK names, such as `aws.iam.ManagedPolicy.…`, is a string value. */
export interface Reference {
  readonly resource: Key;
  readonly output: string;
}

/** A fix of one update. */
export function change(steps: Update, more: Pick<Change, "access" | "note"> = {}): Change {
  return { kind: "change", updates: [steps], ...more };
}

/** A fix of several updates, in their order. */
export function inOrder(updates: Change["updates"], more: Pick<Change, "access" | "note"> = {}): Change {
  return { kind: "change", updates, ...more };
}

/** One of these fixes; the first is advised. */
export function oneOfFixes(...options: Choice["options"]): Choice {
  return { kind: "choice", options };
}

/** A fix that only a person can make, with the reason. */
export function byHand(instruction: string, reason: string): ByHand {
  return { kind: "by-hand", instruction, reason };
}

/** All resources that a fix names, in the order in which it names them; each once. */
export function namedIn(fix: Fix): readonly Key[] {
  switch (fix.kind) {
    case "change":
      return [...new Set(fix.updates.flat().flatMap(namedInStep))];
    case "choice":
      return [...new Set(fix.options.flatMap(namedIn))];
    case "by-hand":
      return [];
  }
}

/** All resources that a step names. */
export function namedInStep(step: Step): readonly Key[] {
  switch (step.step) {
    case "set-vpc-config":
      return [...step.functions, ...(step.subnets ?? []), ...(step.securityGroups ?? [])];
    case "leave-vpc":
    case "trim-versions":
      return step.functions;
    case "depend-on":
    case "do-not-depend-on":
      return [...step.resources, ...step.on];
    case "set-property":
      return [...step.resources, ...referencesIn(step.value)];
    case "remove-property":
    case "set-option":
    case "remove-resources":
      return step.resources;
    case "add-resource":
      return [...Object.values(step.properties).flatMap(referencesIn), ...(step.dependsOn ?? []), ...(step.dependents ?? [])];
  }
}

function referencesIn(value: PropertyValue): readonly Key[] {
  if (isReference(value)) return [value.resource];
  return isList(value) ? value.flatMap(referencesIn) : [];
}

/** Whether a value is an output of a resource. */
export function isReference(value: PropertyValue): value is Reference {
  return typeof value === "object" && !isList(value);
}

/** Whether a value is a list of values. */
export function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value);
}
