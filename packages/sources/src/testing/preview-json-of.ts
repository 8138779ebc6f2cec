import { isProvider, preview, type Resource, settled, urnOf } from "./program";
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
  const explicit = new Set(program.filter((one) => isProvider(one) && !isHidden(one)).map(urnOf));
  const steps = change(
    serializedView(preview(program, existing))
      .filter(({ urn, type }) => !isProvider({ type: String(type) }) || explicit.has(String(urn)))
      .map((planned) => previewStep(planned, before.get(planned["urn"]))),
  );
  const changeSummary = Object.fromEntries([...Map.groupBy(steps, ({ op }) => String(op))].map(([op, { length }]) => [op, length]));
  return JSON.stringify({
    ...configurationOf(program.filter(isHidden)),
    steps,
    diagnostics: [{ message: "warning: nothing to see\n", severity: "warning" }],
    duration: 1,
    changeSummary,
  });
}

/** The engine does not show the providers that it creates itself, but the stack configuration that they get. */
function isHidden(resource: Resource): boolean {
  return isProvider(resource) && resource.name.startsWith("default");
}

function configurationOf(providers: readonly Resource[]): JsonObject {
  const entries = providers.flatMap(({ type, inputs }) =>
    Object.entries(inputs).map(([name, value]): [string, string] => [`${type.replace("pulumi:providers:", "")}:${name}`, String(value)]),
  );
  return entries.length === 0 ? {} : { config: Object.fromEntries(entries) };
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
