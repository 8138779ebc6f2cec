import { dependsOn, preview, type Resource, urnOf, type View } from "@lambda-vpc/sources/testing";

/** A program, written by what matters in it: what that stands upon comes along. */
export interface Stack {
  readonly resources: readonly Resource[];
  /** Those that an earlier deployment has made: their ids are known at preview. */
  readonly deployed: readonly Resource[];
}

/** Resources that an earlier deployment has made. */
export class Deployed {
  constructor(readonly resources: readonly Resource[]) {}
}

/** What a stack is written with: resources, lists of them, and what is deployed already. */
export type Part = Resource | Deployed | readonly Part[];

/**
 * The stack of `parts` and all they stand upon. Nothing of it is made yet, but for what is `deployed`.
 *
 * ```ts
 * const main = vpc("main", { subnets: 2 });
 * const shared = securityGroup("shared", { vpc: main });
 * const shop = stack(lambda("orders", { subnets: main.subnets, securityGroups: [shared] }));
 * ```
 */
export function stack(...parts: readonly Part[]): Stack {
  return { resources: foundations(resourcesOf(parts)).filter(isShown), deployed: foundations(deployedOf(parts)) };
}

/** Marks `parts`, and all they stand upon, as made by an earlier deployment. */
export function deployed(...parts: readonly Part[]): Deployed {
  return new Deployed(resourcesOf(parts));
}

/** What policies are shown at the preview of a stack. */
export function previewOf({ resources, deployed }: Stack): View {
  return preview(resources, deployed);
}

/** What policies are shown once a stack is deployed. */
export function settledOf({ resources }: Stack): View {
  return preview(resources, foundations(resources));
}

function resourcesOf(parts: readonly Part[]): readonly Resource[] {
  return parts.flatMap((part) => (part instanceof Deployed ? part.resources : isList(part) ? resourcesOf(part) : [part]));
}

function deployedOf(parts: readonly Part[]): readonly Resource[] {
  return parts.flatMap((part) => (part instanceof Deployed ? part.resources : isList(part) ? deployedOf(part) : []));
}

function isList(part: Part): part is readonly Part[] {
  return Array.isArray(part);
}

/** `resources` with everything that they depend on or live in, in the order of their URNs. */
function foundations(resources: readonly Resource[]): readonly Resource[] {
  const found = new Set(resources);
  // A set yields what joins it while it is walked, and nothing twice.
  for (const resource of found) {
    for (const needed of [resource.inputs, resource.registered?.() ?? {}].flatMap(dependsOn)) found.add(needed);
    for (const earlier of resource.after ?? []) found.add(earlier);
    if (resource.parent !== undefined) found.add(resource.parent);
  }
  return [...found].sort((left, right) => (urnOf(left) < urnOf(right) ? -1 : 1));
}

/** What a program only reads never reaches a policy. */
function isShown({ type }: Resource): boolean {
  return type !== READ;
}

/** The type of a resource that a program reads out of another stack. */
export const READ = "pulumi:pulumi:StackReference";
