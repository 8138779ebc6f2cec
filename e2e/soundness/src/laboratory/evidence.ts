import { type Claims, claimsOf } from "../description/claims";
import { type Dialect, dialectsOf } from "../description/dialects";
import type { Description, Version } from "../description/description";
import type { Laboratory, Trial } from "./laboratory";
import { type Holdings, holdings } from "../description/expected-combinations";
import { viewDifferences } from "../modelled-engine/compare-views";
import { existingConfiguration } from "../description/existing-network";
import type { HeldCombination, Truth } from "./truth";

/** Everything that is known of one version of a program once it was previewed and deployed. */
export interface Evidence {
  readonly version: "first" | "second";
  readonly claims: Claims;
  /** The dialects that it is written in. */
  readonly dialects: readonly Dialect[];
  /** What it holds according to the description. */
  readonly expected: Holdings;
  /** The limits that its preview ran under. */
  readonly limits: Limits;
  /** Whether its policies are asked under configurations. */
  readonly configured: boolean;
  readonly trial: Trial;
  /** What the deployment before left in the account. */
  readonly heldBefore: readonly HeldCombination[];
  /** The ids that were there before any program. */
  readonly existing: readonly string[];
  /** Where the modelled engine shows policies something else than the real one did. */
  readonly viewDifferences: readonly string[];
}

/** Limits of the policies' rules. */
export interface Limits {
  readonly maxPerStack: number;
  readonly maxPerVpc: number;
  readonly maxSetsPerVpc: number;
}

/** Previews and deploys both versions of a program, one after the other, from the beginning. It stops where a deployment fails. */
export async function gatherEvidence(laboratory: Laboratory, { first, second, configured }: Description): Promise<readonly Evidence[]> {
  laboratory.reset();
  const before = await tryVersion(laboratory, { name: "first", version: first, configured });
  if (second === undefined || before.trial.truth === undefined) return [before];
  const previous = { version: first, truth: before.trial.truth };
  return [before, await tryVersion(laboratory, { name: "second", version: second, configured, previous })];
}

interface VersionTried {
  readonly name: Evidence["version"];
  readonly version: Version;
  readonly configured: boolean;
  /** Absent where the stack is empty. */
  readonly previous?: { readonly version: Version; readonly truth: Truth };
}

async function tryVersion(laboratory: Laboratory, { name, version, configured, previous }: VersionTried): Promise<Evidence> {
  const expected = holdings(version);
  const limits = limitsBelow(expected);
  const configuration = {
    "eni-budget": { maxPerStack: limits.maxPerStack, maxPerVpc: limits.maxPerVpc },
    "share-security-groups": { maxSetsPerVpc: limits.maxSetsPerVpc },
  };
  const trial = await laboratory.trial(version, configuration, previous?.truth);
  const differences =
    laboratory.engine === "modelled" || trial.recording === undefined
      ? []
      : viewDifferences(trial.recording.resources, version, previous?.version, previous?.truth.ids ?? {});
  return {
    version: name,
    claims: claimsOf(version, previous?.version),
    dialects: dialectsOf(version, configured),
    configured,
    expected,
    limits,
    trial,
    heldBefore: previous?.truth.held ?? [],
    existing: existingConfiguration.map(([, id]) => id),
    viewDifferences: differences,
  };
}

/** Limits just below what a version holds, so that it breaks each rule by the least; a rule about sets allows at least one. */
export function limitsBelow({ combinations, inOneVpc, setsInOneVpc }: Holdings): Limits {
  return {
    maxPerStack: Math.max(0, combinations - 1),
    maxPerVpc: Math.max(0, inOneVpc - 1),
    maxSetsPerVpc: Math.max(1, setsInOneVpc - 1),
  };
}
