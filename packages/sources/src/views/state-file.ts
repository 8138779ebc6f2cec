import { DocumentPart } from "./document-part";
import { InternedTexts } from "./interned-texts";
import { ItemFault } from "./item-fault";
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
  const reader = new StateReader();
  const resources = document.at("deployment", "resources");
  if (Array.isArray(resources)) for (const resource of resources) reader.add(resource);
  return reader.end(document);
}

/**
 * Reads a state file whose resources come one by one, as they do from a file that is longer than a string can be. Law: its result and its errors are those
 * of `readStateFile`.
 */
export class StateReader {
  /** What to do about a file that is no such document. */
  readonly fix: string = fix;

  private readonly place = DocumentPart.of({ deployment: { resources: [] } }, fix)
    .required("deployment")
    .required("resources");
  private readonly interned = new InternedTexts();
  private readonly fault = new ItemFault();
  private readonly resources: StackResource[] = [];
  private readonly lingering: StackResource[] = [];
  private added = 0;

  /** Reads the next item of `deployment.resources`. */
  add(resource: unknown): void {
    const part = this.place.item(resource, this.added++);
    this.fault.read(() => this.read(part));
  }

  /**
   * The state, once every resource is read. `rest` is the document, with or without its resources.
   *
   * @throws UnreadableFile as `readStateFile` does.
   */
  end(rest: unknown): StackState {
    const document = rest instanceof DocumentPart ? rest : DocumentPart.of(rest, fix);
    const version = document.required("version");
    if (!knownVersions.includes(version.number()))
      throw version.unreadable(
        "unknown-version",
        `version ${version.number()} of the deployment is not supported, only ${knownVersions.join(" and ")}`,
        "Export it with a current Pulumi CLI and read it with a current release",
      );
    const deployment = document.required("deployment");
    deployment.member("resources")?.list();
    this.fault.raise();
    const operations = deployment.member("pending_operations")?.items() ?? [];
    return {
      resources: this.resources,
      lingering: this.lingering,
      pending: operations.map((part) => part.required("resource").required("urn").text()),
    };
  }

  private read(part: DocumentPart): void {
    if (isSet(part, "external")) return;
    if (isSet(part, "delete")) this.lingering.push(readSerializedResource(part, this.interned));
    // A resource that waits for its replacement is deleted already.
    else if (!isSet(part, "pendingReplacement")) this.resources.push(readSerializedResource(part, this.interned));
  }
}
