import { createHash } from "node:crypto";
import { invoke } from "../../invocation/invoke";
import { knownValues, requiredText, text } from "../../property/read";
import type { Properties } from "../../property/value";
import type { CheckFailure } from "../../schema/coerce";
import { computed, defaulted, optional, regionFields, replacing, required } from "../../schema/field";
import type { Action, ResourceType } from "../definition/resource-type";

/**
 * An invocation of a function: once, or with `lifecycleScope` CRUD at each change and before its deletion, with the lifecycle action in
 * the input. Source of fields and behaviour: docs/aws-facts.md#provider-fields, aws_lambda_invocation.
 */
export const invocation: ResourceType = {
  token: "aws:lambda/invocation:Invocation",
  fields: {
    ...regionFields,
    functionName: replacing(required("string")),
    input: required("string"),
    lifecycleScope: defaulted("string", "CREATE_ONLY"),
    qualifier: replacing(defaulted("string", "$LATEST")),
    result: computed("string"),
    tenantId: optional("string"),
    terraformKey: defaulted("string", "tf"),
    triggers: replacing(optional({ map: "string" })),
  },
  validate: validateInput,
  replacedBy: (planned) => (isCrud(planned) ? [] : ["input"]),
  recomputedBy: (changed, inputs) => (isCrud(inputs) && changed.includes("input") ? ["result"] : []),
  prepare: async (run, action, inputs, before) => {
    if (action === "delete" && !isCrud(inputs)) return {};
    const event = JSON.parse(payload(action, inputs, before)) as unknown;
    return { result: await invoke(run, requiredText(inputs, "functionName"), event) };
  },
  create: (_, inputs) => ({ id: idOf(inputs) }),
  describe: (_, __, outputs) => knownValues(outputs, ["result"]),
  update: (_, id) => ({ id }),
  remove: () => undefined,
};

function isCrud(properties: Properties): boolean {
  return properties["lifecycleScope"] === "CRUD";
}

/** The provider adds the lifecycle action and the previous input under `terraformKey`. */
function payload(action: Action, inputs: Properties, before: Properties | undefined): string {
  const input = requiredText(inputs, "input");
  if (!isCrud(inputs)) return input;
  const prev_input = before === undefined ? null : (JSON.parse(requiredText(before, "input")) as unknown);
  return JSON.stringify({ ...(JSON.parse(input) as object), [text(inputs, "terraformKey") ?? "tf"]: { action, prev_input } });
}

function idOf(inputs: Properties): string {
  const hash = createHash("md5")
    .update(payload("create", inputs, undefined))
    .digest("hex");
  return [requiredText(inputs, "functionName"), requiredText(inputs, "qualifier"), hash].join(",");
}

function validateInput(inputs: Properties): readonly CheckFailure[] {
  const input = text(inputs, "input");
  if (input === undefined) return [];
  try {
    const read: unknown = JSON.parse(input);
    if (!isCrud(inputs) || (typeof read === "object" && read !== null && !Array.isArray(read))) return [];
    return [{ path: "input", reason: 'lifecycle_scope other than "CREATE_ONLY" requires input to be a JSON object' }];
  } catch {
    return [{ path: "input", reason: '"input" contains an invalid JSON' }];
  }
}
