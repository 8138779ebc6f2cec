import type { Description, FunctionDescription, List, Version } from "./description";
import { pruned } from "./prune";

/**
 * Smaller programs that are like `description`, the boldest first: no update, no configuration, a single function, a function less, plainer functions. Each has
 * nothing that its functions do not use. Law: following them always ends.
 */
export function simplifications(description: Description): readonly Description[] {
  const { first, second, configured } = description;
  const names = [...new Set([first, second].flatMap((version) => version?.functions.map(({ name }) => name) ?? []))];
  const withFunctions = (keep: (name: string) => boolean): Description =>
    changed(description, (version) => ({ ...version, functions: version.functions.filter(({ name }) => keep(name)) }));
  return [
    ...(second === undefined ? [] : [{ configured, first }]),
    ...(configured ? [{ ...description, configured: false }] : []),
    ...(names.length > 2 ? names.map((only) => withFunctions((name) => name === only)) : []),
    ...(names.length > 1 ? names.map((dropped) => withFunctions((name) => name !== dropped)) : []),
    ...plainer(description),
  ]
    .map(pruned)
    .filter((simpler) => JSON.stringify(simpler) !== JSON.stringify(description));
}

/** Every function with one thing less, all functions at once: what matters is seldom what one alone has. */
function plainer(description: Description): readonly Description[] {
  const steps: readonly ((one: FunctionDescription) => FunctionDescription)[] = [
    (one) => ({ ...one, publish: false, ownProvider: false }),
    (one) => withAttachment(one, (attachment) => ({ ...attachment, whole: false })),
    (one) => withAttachment(one, (attachment) => ({ ...attachment, ipv6: "none" })),
    (one) => withAttachment(one, (attachment) => ({ ...attachment, subnets: shorter(attachment.subnets) })),
    (one) => withAttachment(one, (attachment) => ({ ...attachment, groups: shorter(attachment.groups) })),
  ];
  const functions = steps.map((step) => changed(description, (version) => ({ ...version, functions: version.functions.map(step) })));
  const plainGroups = changed(description, (version) => ({
    ...version,
    groups: version.groups.map((group) => ({ ...group, rules: "none" })),
  }));
  const withoutIpv6 = changed(description, (version) => (requestsIpv6(version) ? version : { ...version, dualStack: [] }));
  const atHome = changed(description, (version) => ({ ...version, abroad: [] }));
  const withoutConnectors = changed(description, (version) => ({ ...version, connectors: [] }));
  return [withoutNative(description), withoutConnectors, ...functions, plainGroups, withoutIpv6, atHome];
}

/** The program with @pulumi/aws alone. */
export function withoutNative(description: Description): Description {
  return changed(description, (version) => ({ ...version, native: "none" }));
}

function requestsIpv6({ functions }: Version): boolean {
  return functions.some(({ attachment }) => attachment !== undefined && attachment.ipv6 !== "none");
}

function withAttachment(
  one: FunctionDescription,
  change: (attachment: NonNullable<FunctionDescription["attachment"]>) => NonNullable<FunctionDescription["attachment"]>,
): FunctionDescription {
  return one.attachment === undefined ? one : { ...one, attachment: change(one.attachment) };
}

/** The list with its first half, while that leaves something. */
function shorter(list: List): List {
  if (list.kind === "shared") return { ...list, more: list.more.slice(0, Math.floor(list.more.length / 2)) };
  if (list.kind !== "elements" && list.kind !== "applied") return list;
  const elements = list.elements.slice(0, Math.ceil(list.elements.length / 2));
  return list.kind === "elements" ? { ...list, elements } : { ...list, elements, take: Math.min(list.take, elements.length) };
}

function changed({ first, second, configured }: Description, change: (version: Version) => Version): Description {
  return { configured, first: change(first), ...(second === undefined ? {} : { second: change(second) }) };
}
