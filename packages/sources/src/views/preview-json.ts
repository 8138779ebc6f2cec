import { defaultProviders } from "./default-providers";
import { DocumentPart } from "./document-part";
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
  const steps = preview.required("steps").items();
  refuseUnfinished(preview);
  refuseUnchangedLeftOut(preview, steps);
  const planned = steps.flatMap((step) => plannedResource(step) ?? []);
  // A replacement can have several steps with the same state.
  const resources = new Map([...defaultProviders(planned, preview), ...planned].map((resource) => [resource.urn, resource]));
  return [...resources.values()];
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

function plannedResource(step: DocumentPart): StackResource | undefined {
  const operation = step.required("op");
  const effect = effects.get(operation.text());
  if (effect === undefined)
    throw operation.unreadable("unknown-version", "this operation is not supported", "Read the preview with a current release");
  if (effect === "none") return undefined;
  const state = step.required("newState");
  if (isSet(state, "external")) return undefined;
  const resource = readSerializedResource(state);
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

function refuseUnchangedLeftOut(preview: DocumentPart, steps: readonly DocumentPart[]): void {
  const unchanged = preview.member("changeSummary")?.member("same")?.number() ?? 0;
  const shown = steps.filter((step) => step.required("op").text() === "same").length;
  if (shown < unchanged)
    throw preview.unreadable(
      "unchanged-left-out",
      `${unchanged - shown} unchanged resources are missing`,
      "Run the preview with `--show-sames`",
    );
}
