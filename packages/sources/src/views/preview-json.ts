import { defaultProviders } from "./default-providers";
import { DocumentPart } from "./document-part";
import { InternedTexts } from "./interned-texts";
import { ItemFault } from "./item-fault";
import { isLeftOut } from "./left-out-step";
import { leftOut } from "./outside-update";
import { isSet, readSerializedResource } from "./serialized-resource";
import type { StackResource } from "../stack/stack-resource";
import type { Properties } from "../stack/value";

const fix = "Pass the complete output of `pulumi preview --json --show-sames`";

/**
 * Reads the output of `pulumi preview --json --show-sames`: the resources that the stack will contain. Resources read with `.get` are left out, because
 * policies do not see them either. A secret is unknown: a preview masks it.
 *
 * ```ts
 * const plan = planEnis(resolveNetwork(readNetwork(readPreviewJson(text))));
 * ```
 *
 * @throws UnreadableFile if `text` is another document, contains an operation that this release does not support, or covers only a part of the stack.
 */
export function readPreviewJson(text: string): readonly StackResource[] {
  const preview = DocumentPart.parse(text, fix);
  const reader = new PreviewReader();
  const steps = preview.at("steps");
  if (Array.isArray(steps)) for (const step of steps) reader.add(step);
  return reader.end(preview);
}

/**
 * Reads a preview whose steps come one by one, as they do from a file that is longer than a string can be. Law: its result and its errors are those of
 * `readPreviewJson`.
 */
export class PreviewReader {
  /** What to do about a file that is no such document. */
  readonly fix: string = fix;

  private readonly place = DocumentPart.of({ steps: [] }, fix).required("steps");
  private readonly fault = new ItemFault();
  private readonly planned: StackResource[] = [];
  private readonly interned = new InternedTexts();
  private unchanged = 0;
  private added = 0;

  /** Reads the next item of `steps`. */
  add(step: unknown): void {
    const part = this.place.item(step, this.added++);
    if (part.at("op") === "same") this.unchanged++;
    this.fault.read(() => {
      const resource = plannedResource(part, this.interned);
      if (resource !== undefined) this.planned.push(resource);
    });
  }

  /**
   * The resources, once every step is read. `rest` is the document, with or without its steps.
   *
   * @throws UnreadableFile as `readPreviewJson` does.
   */
  end(rest: unknown): readonly StackResource[] {
    const preview = rest instanceof DocumentPart ? rest : DocumentPart.of(rest, fix);
    preview.required("steps").list();
    refuseUnfinished(preview);
    refuseUnchangedLeftOut(preview, this.unchanged);
    this.fault.raise();
    // A replacement can have several steps with the same state.
    return [...new Map([...defaultProviders(this.planned, preview), ...this.planned].map((resource) => [resource.urn, resource])).values()];
  }
}

/** The effect of each operation on a resource (source: `deploy.Op…` of the Pulumi CLI, v3.259). */
type Effect = "kept" | "created" | "imported" | "none";

const effects: ReadonlyMap<string, Effect> = new Map([
  ["same", "kept"],
  ["update", "kept"],
  ["create", "created"],
  ["replace", "created"],
  ["create-replacement", "created"],
  ["import", "imported"],
  ["import-replacement", "imported"],
  ["read", "none"],
  ["read-replacement", "none"],
  // Another step contains the result for a refreshed resource.
  ["refresh", "none"],
  ["delete", "none"],
  ["delete-replaced", "none"],
  ["discard", "none"],
  ["discard-replaced", "none"],
  ["remove-pending-replace", "none"],
  ["diff", "none"],
  ["extend-parameterize", "none"],
] satisfies readonly (readonly [string, Effect])[]);

function plannedResource(step: DocumentPart, interned: InternedTexts): StackResource | undefined {
  const operation = step.required("op");
  const effect = effects.get(operation.text());
  if (effect === undefined)
    throw operation.unreadable("unknown-version", "this operation is not supported", "Read the preview with a current release");
  if (effect === "none") return undefined;
  const state = step.required("newState");
  if (isSet(state, "external")) return undefined;
  const resource = readSerializedResource(state, interned);
  if (isLeftOut(step)) return leftOut(resource);
  return { ...resource, outputs: plannedOutputs(effect, resource, step) };
}

/**
 * A preview contains no reliable planned outputs: a step is written when its resource starts, so their presence depends on timing. Therefore they
 * are derived from the outputs that the operation keeps.
 */
function plannedOutputs(effect: Effect, { custom, inputs = {} }: StackResource, step: DocumentPart): Properties {
  // The outputs of a component are not in a preview. A `SharedVpcConfig` outputs the lists that it receives.
  if (!custom) return inputs;
  const importId = step.required("newState").member("importID")?.text();
  if (effect === "imported" && importId !== undefined) return { id: importId };
  const before = step.member("oldState");
  if (effect !== "kept" || before === undefined) return {};
  // For inputs that the program does not specify, the provider keeps existing values: ids, and rules that the program no longer lists.
  return Object.fromEntries(Object.entries(readSerializedResource(before).outputs).filter(([name]) => !Object.hasOwn(inputs, name)));
}

/** A failed preview prints the steps that it reached. If only policies failed, it reached all of them and prints only this error. */
const FAILED = /^(error: )?preview failed\s*$/;

function refuseUnfinished(preview: DocumentPart): void {
  const diagnostics = preview.member("diagnostics")?.items() ?? [];
  const failure = diagnostics.find(
    (part) => part.member("severity")?.text() === "error" && !FAILED.test(part.member("message")?.text() ?? ""),
  );
  const interrupted = preview.member("changeSummary") === undefined;
  if (failure !== undefined || interrupted)
    throw (failure ?? preview).unreadable("unfinished-preview", "the preview did not complete", "Fix the preview, then pass its output");
}

function refuseUnchangedLeftOut(preview: DocumentPart, shown: number): void {
  const unchanged = preview.member("changeSummary")?.member("same")?.number() ?? 0;
  if (shown < unchanged)
    throw preview.unreadable(
      "unchanged-left-out",
      `${unchanged - shown} unchanged resources are missing`,
      "Run the preview with `--show-sames`",
    );
}
