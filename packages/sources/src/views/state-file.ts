import { DocumentPart } from "./document-part";
import { isSet, readSerializedResource } from "./serialized-resource";
import type { StackResource } from "../stack/stack-resource";

/** What a state file says of a stack. */
export interface StackState {
  /** The resources that the stack holds. Read ones (`.get`) are left out, as policies do not see them either. */
  readonly resources: readonly StackResource[];
  /** Resources that a replacement has outlived and the next deployment deletes: until then they hold what they held. */
  readonly lingering: readonly StackResource[];
  /** URNs that an interrupted deployment was working on: nobody knows whether they exist. `pulumi refresh` settles them. */
  readonly inDoubt: readonly string[];
}

/** Deployments of these versions are the same but for resources' members that a network has no use for (source: `apitype`, v3.259). */
const knownVersions: readonly number[] = [3, 4];

const fix = "Give the whole output of `pulumi stack export`";

/**
 * Reads the output of `pulumi stack export`. An encrypted secret is unknown: export with `--show-secrets` where ids are secret.
 *
 * ```ts
 * const { resources } = readStateFile(text);
 * const plan = planEnis(resolveNetwork(readNetwork(resources)));
 * ```
 *
 * @throws UnreadableFile where `text` is something else, or a version that this release does not know.
 */
export function readStateFile(text: string): StackState {
  const document = DocumentPart.parse(text, fix);
  const version = document.required("version");
  if (!knownVersions.includes(version.number()))
    throw version.unreadable(
      "unknown-version",
      `version ${version.number()} of the deployment is none of ${knownVersions.join(" and ")}, the ones known here`,
      "Export it with a current Pulumi CLI and read it with a current release",
    );
  const deployment = document.required("deployment");
  const managed = (deployment.member("resources")?.items() ?? []).filter((part) => !isSet(part, "external"));
  const [lingering, held] = [managed.filter((part) => isSet(part, "delete")), managed.filter((part) => !isSet(part, "delete"))];
  return {
    // A resource that waits for its replacement is deleted already.
    resources: held.filter((part) => !isSet(part, "pendingReplacement")).map(readSerializedResource),
    lingering: lingering.map(readSerializedResource),
    inDoubt: (deployment.member("pending_operations")?.items() ?? []).map((part) => part.required("resource").required("urn").text()),
  };
}
