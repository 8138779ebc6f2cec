import { dependsOn, preview, type Resource, urnOf, type View } from "@lambda-vpc/sources/testing";

/** A program, written by its important resources. Their dependencies are included. */
export interface Stack {
  readonly resources: readonly Resource[];
  /** Those that an earlier deployment has created: their ids are known at preview. */
  readonly deployed: readonly Resource[];
}

/** Resources that an earlier deployment has created. */
export class Deployed {
  constructor(readonly resources: readonly Resource[]) {}
}

/** The arguments of `stack`: resources, lists of resources, and deployed resources. */
export type Part = Resource | Deployed | readonly Part[];

/**
 * The stack of `parts` and all their dependencies. Only `deployed` resources exist already.
 *
 * ```ts
 * const main = vpc("main", { subnets: 2 });
 * const shared = securityGroup("shared", { vpc: main });
 * const shop = stack(lambda("orders", { subnets: main.subnets, securityGroups: [shared] }));
 * ```
 */
export function stack(...parts: readonly Part[]): Stack {
  return { resources: withDependencies(resourcesOf(parts)).filter(isPassedToPolicies), deployed: withDependencies(deployedOf(parts)) };
}

/** Marks `parts` and all their dependencies as created by an earlier deployment. */
export function deployed(...parts: readonly Part[]): Deployed {
  return new Deployed(resourcesOf(parts));
}

/** The view of policies at the preview of a stack. */
export function previewOf({ resources, deployed }: Stack): View {
  return preview(resources, deployed);
}

/** The view of policies after the deployment of a stack. */
export function settledOf({ resources }: Stack): View {
  return preview(resources, withDependencies(resources));
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

/** `resources` with all dependencies and parents, in the order of their URNs. */
function withDependencies(resources: readonly Resource[]): readonly Resource[] {
  const found = new Set(resources);
  // Iteration over a set includes elements that are added meanwhile, each once.
  for (const resource of found) {
    for (const needed of [resource.inputs, resource.registered?.() ?? {}].flatMap(dependsOn)) found.add(needed);
    for (const earlier of resource.after ?? []) found.add(earlier);
    if (resource.parent !== undefined) found.add(resource.parent);
  }
  return [...found].sort((left, right) => (urnOf(left) < urnOf(right) ? -1 : 1));
}

/** Resources that a program only reads are not passed to policies. */
function isPassedToPolicies({ type }: Resource): boolean {
  return type !== READ;
}

/** The type of a resource that a program reads from another stack. */
export const READ = "pulumi:pulumi:StackReference";
