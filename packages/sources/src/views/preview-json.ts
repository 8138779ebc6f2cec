import { DocumentPart } from "./document-part";
import { isSet, readSerializedResource } from "./serialized-resource";
import type { StackResource } from "../stack/stack-resource";
import type { Properties } from "../stack/value";

const fix = "Give the whole output of `pulumi preview --json --show-sames`";

/**
 * Reads the output of `pulumi preview --json --show-sames`: the resources that the stack will hold. Read ones (`.get`) are left out, as
 * policies do not see them either. A secret is unknown: a preview masks it.
 *
 * ```ts
 * const plan = planEnis(resolveNetwork(readNetwork(readPreviewJson(text))));
 * ```
 *
 * @throws UnreadableFile where `text` is something else, tells of an operation that this release does not know, or of a part of the stack only.
 */
export function readPreviewJson(text: string): readonly StackResource[] {
  const preview = DocumentPart.parse(text, fix);
  const steps = preview.required("steps").items();
  refuseUnfinished(preview);
  refuseUnchangedLeftOut(preview, steps);
  const planned = steps.flatMap((step) => plannedResource(step) ?? []);
  // A replacement can show as several steps, which tell the same of it.
  return [...new Map(planned.map((resource) => [resource.urn, resource])).values()];
}

/** What each operation leaves of a resource (source: `deploy.Op…` of the Pulumi CLI, v3.259). */
type Effect = "stays" | "made-anew" | "imported" | "nothing";

const effects: ReadonlyMap<string, Effect> = new Map([
  ["same", "stays"],
  ["update", "stays"],
  ["create", "made-anew"],
  ["replace", "made-anew"],
  ["create-replacement", "made-anew"],
  ["import", "imported"],
  ["import-replacement", "imported"],
  ["read", "nothing"],
  ["read-replacement", "nothing"],
  // Another step says what becomes of a resource that is refreshed first.
  ["refresh", "nothing"],
  ["delete", "nothing"],
  ["delete-replaced", "nothing"],
  ["discard", "nothing"],
  ["discard-replaced", "nothing"],
  ["remove-pending-replace", "nothing"],
  ["diff", "nothing"],
  ["extend-parameterize", "nothing"],
] satisfies readonly (readonly [string, Effect])[]);

function plannedResource(step: DocumentPart): StackResource | undefined {
  const operation = step.required("op");
  const effect = effects.get(operation.text());
  if (effect === undefined)
    throw operation.unreadable("unknown-version", "this operation is not known here", "Read the preview with a current release");
  if (effect === "nothing") return undefined;
  const state = step.required("newState");
  if (isSet(state, "external")) return undefined;
  const resource = readSerializedResource(state);
  return { ...resource, outputs: plannedOutputs(effect, resource, step) };
}

/**
 * A preview shows no planned outputs: a step is written as its resource begins, and whether some are there already is a matter of timing. So
 * they are told from what the operation keeps.
 */
function plannedOutputs(effect: Effect, { custom, inputs = {} }: StackResource, step: DocumentPart): Properties {
  // What a component registers does not show; our shared configuration registers the lists that it is given.
  if (!custom) return inputs;
  const importId = step.required("newState").member("importID")?.text();
  if (effect === "imported" && importId !== undefined) return { id: importId };
  const before = step.member("oldState");
  if (effect !== "stays" || before === undefined) return {};
  // Of what the program does not give, the provider keeps what is there: ids, and rules that the program no longer names.
  return Object.fromEntries(Object.entries(readSerializedResource(before).outputs).filter(([name]) => !Object.hasOwn(inputs, name)));
}

/** A preview that fails still prints the steps it got to. One that policies refused got to all of them, and says nothing but this. */
const FAILED = /^(error: )?preview failed\s*$/;

function refuseUnfinished(preview: DocumentPart): void {
  const diagnostics = preview.member("diagnostics")?.items() ?? [];
  const failure = diagnostics.find(
    (part) => part.member("severity")?.text() === "error" && !FAILED.test(part.member("message")?.text() ?? ""),
  );
  const interrupted = preview.member("changeSummary") === undefined;
  if (failure !== undefined || interrupted)
    throw (failure ?? preview).unreadable("unfinished-preview", "the preview did not get to its end", "Make it pass, then give its output");
}

function refuseUnchangedLeftOut(preview: DocumentPart, steps: readonly DocumentPart[]): void {
  const unchanged = preview.member("changeSummary")?.member("same")?.number() ?? 0;
  const shown = steps.filter((step) => step.required("op").text() === "same").length;
  if (shown < unchanged)
    throw preview.unreadable(
      "unchanged-left-out",
      `${unchanged - shown} resources stay as they are and do not show`,
      "Preview again with `--show-sames`",
    );
}
