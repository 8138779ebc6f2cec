import { DocumentPart } from "./document-part";
import { InternedTexts } from "./interned-texts";
import { isSet, readSerializedResource } from "./serialized-resource";
import type { StackResource } from "../stack/stack-resource";

/** The resources of a state file. */
export interface StackState {
  /** The resources of the stack. Resources read with `.get` are omitted, because policies do not see them either. */
  readonly resources: readonly StackResource[];
  /** Replaced resources that the next deployment deletes. Until then they keep their ENIs and addresses. */
  readonly lingering: readonly StackResource[];
  /** URNs of pending operations of an interrupted deployment. Whether these resources exist is unknown until `pulumi refresh`. */
  readonly pending: readonly string[];
}

/** Deployments of these versions differ only in members of resources that a network does not need (source: `apitype`, v3.259). */
const knownVersions: readonly number[] = [3, 4];

const fix = "Pass the complete output of `pulumi stack export`";

/**
 * Reads the output of `pulumi stack export`. An encrypted secret is unknown: export with `--show-secrets` if ids are secret.
 *
 * ```ts
 * const { resources } = readStateFile(text);
 * const plan = planEnis(resolveNetwork(readNetwork(resources)));
 * ```
 *
 * @throws UnreadableFile if `text` is another document, or has a version that this release does not support.
 */
export function readStateFile(text: string): StackState {
  const document = DocumentPart.parse(text, fix);
  const version = document.required("version");
  if (!knownVersions.includes(version.number()))
    throw version.unreadable(
      "unknown-version",
      `version ${version.number()} of the deployment is not supported, only ${knownVersions.join(" and ")}`,
      "Export it with a current Pulumi CLI and read it with a current release",
    );
  const deployment = document.required("deployment");
  const managed = (deployment.member("resources")?.items() ?? []).filter((part) => !isSet(part, "external"));
  const interned = new InternedTexts();
  const [lingering, held] = [managed.filter((part) => isSet(part, "delete")), managed.filter((part) => !isSet(part, "delete"))];
  return {
    // A resource that waits for its replacement is deleted already.
    resources: held.filter((part) => !isSet(part, "pendingReplacement")).map((part) => readSerializedResource(part, interned)),
    lingering: lingering.map((part) => readSerializedResource(part, interned)),
    pending: (deployment.member("pending_operations")?.items() ?? []).map((part) => part.required("resource").required("urn").text()),
  };
}
