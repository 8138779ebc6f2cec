import type { Engine, ProcessResult } from "@lambda-vpc/engine";

/*
 * What a deployment came to: read from the account and from the exported state, by code that shares nothing with the model.
 * It is the combinations of the `$LATEST` configuration of the stack's functions and of versions that this deployment published.
 */

/** A combination that the account holds for the stack. AWS ids; groups sorted. */
export interface HeldCombination {
  readonly vpc: string;
  readonly subnet: string;
  readonly groups: readonly string[];
}

export interface Truth {
  readonly held: readonly HeldCombination[];
  /** The AWS id of each resource of the stack, by URN. */
  readonly ids: Readonly<Record<string, string>>;
  /** The published version of each function, by name; what a later deployment leaves as it is, it did not publish. */
  readonly versions: Readonly<Record<string, string>>;
  /** The lists of each function in a VPC, by URN. AWS ids, each once. */
  readonly functions: Readonly<Record<string, HeldLists>>;
  /** The same of each network connector. */
  readonly connectors: Readonly<Record<string, HeldNetwork>>;
  /** The default group of each VPC of the stack, by URN. */
  readonly defaultGroups: Readonly<Record<string, string>>;
}

export interface HeldNetwork {
  readonly subnets: readonly string[];
  readonly groups: readonly string[];
}

export interface HeldLists extends HeldNetwork {
  readonly ipv6: boolean;
  readonly publishes: boolean;
}

interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  /** Set on what was replaced and is still to be deleted. */
  readonly delete?: boolean;
  /** Set on what the program reads: no policy sees it, and its id is that of something else. */
  readonly external?: boolean;
  readonly outputs?: {
    readonly name?: string;
    readonly version?: string;
    readonly publish?: boolean;
    readonly vpcConfig?: {
      readonly subnetIds?: readonly string[];
      readonly securityGroupIds?: readonly string[];
      readonly ipv6AllowedForDualStack?: boolean;
    } | null;
    readonly configuration?: {
      readonly vpcEgressConfiguration?: { readonly subnetIds?: readonly string[]; readonly securityGroupIds?: readonly string[] };
    };
    readonly defaultSecurityGroupId?: string;
  };
}

interface InterfaceReport {
  readonly vpc: string;
  readonly subnet: string;
  /** `lambda` for those that stand for combinations; databases, endpoints and their like have interfaces too. */
  readonly interfaceType: string;
  readonly securityGroups: readonly string[];
  readonly heldBy: readonly string[];
}

/** Asks for the state of `stack` and for the account's interfaces, once a deployment is done. */
export async function readTruth(engine: Engine, folder: string, stack: string, previous: Truth | undefined): Promise<Truth> {
  const [exported, enis] = await Promise.all([
    engine.pulumi(["--non-interactive", "-C", folder, "stack", "export", "--stack", stack]),
    engine.simulatedAws(["enis", "--json"]),
  ]);
  if (exported.exitCode !== 0 || enis.exitCode !== 0) throw new Error(`the truth cannot be read: ${exported.stderr}${enis.stderr}`);
  const state = JSON.parse(exported.stdout) as { readonly deployment: { readonly resources?: readonly StateResource[] } };
  return truthOf(state.deployment.resources ?? [], JSON.parse(enis.stdout) as readonly InterfaceReport[], previous?.versions ?? {});
}

/**
 * Whether a deployment left its functions as the program requests them: it succeeded, or all that failed is the deletion of what older published
 * versions still hold (docs/aws-facts.md#published-versions).
 */
export function isSettled({ exitCode, stdout }: ProcessResult): boolean {
  if (exitCode === 0) return true;
  const resources = stdout.split("\n").filter((line) => line.includes("failed**") && !line.includes("pulumi:pulumi:Stack"));
  return resources.length > 0 && resources.every((line) => line.includes("**deleting failed**") && line.includes("DependencyViolation"));
}

/** The truth in a state and the account's interfaces; `published` are the versions that were there before. */
export function truthOf(
  state: readonly StateResource[],
  interfaces: readonly InterfaceReport[],
  published: Readonly<Record<string, string>>,
): Truth {
  const resources = state.filter((resource) => resource.delete !== true && resource.external !== true);
  const functions = resources.flatMap(({ type, outputs }) => (type === FUNCTION && outputs ? [outputs] : []));
  const versions = Object.fromEntries(functions.map(({ name = "", version = "" }) => [name, version]));
  const isNew = (name: string): boolean => versions[name] !== "$LATEST" && versions[name] !== published[name];
  const holders = new Set(functions.flatMap(({ name = "" }) => [name, ...(isNew(name) ? [`${name}:${versions[name] ?? ""}`] : [])]));
  const held = interfaces
    .filter(({ interfaceType, heldBy }) => interfaceType === "lambda" && heldBy.some((holder) => holders.has(holder)))
    .map(({ vpc, subnet, securityGroups }): HeldCombination => ({ vpc, subnet, groups: [...securityGroups].sort() }));
  return {
    held: [...new Map(held.map((one) => [`${one.subnet} ${one.groups.join(" ")}`, one])).values()],
    ids: Object.fromEntries(resources.flatMap(({ urn, id }) => (id === undefined ? [] : [[urn, id]]))),
    versions,
    functions: Object.fromEntries(
      resources.flatMap(({ urn, type, outputs }) => {
        const { subnetIds = [], securityGroupIds = [], ipv6AllowedForDualStack: ipv6 = false } = outputs?.vpcConfig ?? {};
        return type === FUNCTION && subnetIds.length > 0
          ? [[urn, { subnets: subnetIds, groups: securityGroupIds, ipv6, publishes: outputs?.publish === true }]]
          : [];
      }),
    ),
    connectors: Object.fromEntries(
      resources.flatMap(({ urn, type, outputs }) => {
        const { subnetIds = [], securityGroupIds = [] } = outputs?.configuration?.vpcEgressConfiguration ?? {};
        return type === CONNECTOR ? [[urn, { subnets: subnetIds, groups: securityGroupIds }]] : [];
      }),
    ),
    defaultGroups: Object.fromEntries(
      resources.flatMap(({ urn, outputs }) =>
        outputs?.defaultSecurityGroupId === undefined ? [] : [[urn, outputs.defaultSecurityGroupId]],
      ),
    ),
  };
}

const FUNCTION = "aws:lambda/function:Function";
const CONNECTOR = "aws:lambda/coreNetworkConnector:CoreNetworkConnector";

/** How many combinations the VPC with the most of them holds. */
export function mostInOneVpc(held: readonly HeldCombination[]): number {
  return Math.max(0, ...inVpcs(held).map(({ length }) => length));
}

/** How many security-group sets the VPC with the most of them uses. */
export function mostSetsInOneVpc(held: readonly HeldCombination[]): number {
  return Math.max(0, ...inVpcs(held).map(differentSets));
}

function inVpcs(held: readonly HeldCombination[]): readonly (readonly HeldCombination[])[] {
  return [...Map.groupBy(held, ({ vpc }) => vpc).values()];
}

/** How many security-group sets combinations use. */
export function differentSets(held: readonly HeldCombination[]): number {
  return new Set(held.map(({ groups }) => groups.join(" "))).size;
}
