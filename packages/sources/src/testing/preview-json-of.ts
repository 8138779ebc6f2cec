import { preview, type Resource, settled } from "./program";
import { serializedView } from "./serialized-view";
import { type JsonObject, UNKNOWN_TEXT } from "./terraform-bridge";

/** What `pulumi preview --json --show-sames` prints; `change` may add to its steps or move them. */
export function previewJsonOf(
  program: readonly Resource[],
  existing: readonly Resource[] = [],
  change = (steps: readonly JsonObject[]): readonly JsonObject[] => steps,
): string {
  const made = existing.length === 0 ? [] : serializedView(settled(existing));
  const before = new Map(made.map((resource) => [resource["urn"], resource]));
  const steps = change(
    serializedView(preview(program, existing))
      .filter(({ type }) => !String(type).startsWith("pulumi:providers:"))
      .map((planned) => previewStep(planned, before.get(planned["urn"]))),
  );
  const changeSummary = Object.fromEntries([...Map.groupBy(steps, ({ op }) => String(op))].map(([op, { length }]) => [op, length]));
  return JSON.stringify({
    steps,
    diagnostics: [{ message: "warning: nothing to see\n", severity: "warning" }],
    duration: 1,
    changeSummary,
  });
}

function previewStep(planned: JsonObject, oldState: JsonObject | undefined): JsonObject {
  const newState = asWrittenEarly(planned);
  const urn = planned["urn"] ?? "";
  if (oldState === undefined) return { op: "create", urn, newState, detailedDiff: null };
  return { op: JSON.stringify(planned["inputs"] ?? null).includes(UNKNOWN_TEXT) ? "update" : "same", urn, oldState, newState };
}

/** A step is written before its planned outputs are there: it shows none, and no id. */
function asWrittenEarly(state: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(state).filter(([name]) => name !== "outputs" && name !== "id"));
}
