import type { DocumentPart } from "./document-part";

/**
 * Whether a step of a preview is about a resource that does not exist and that the update leaves out: it stays what it was, without an id and without
 * inputs (docs/engine-facts.md#targets-in-policies). Of a component, nothing shows this.
 */
export function isLeftOut(step: DocumentPart): boolean {
  if (step.at("op") !== "same" || step.at("newState", "custom") !== true) return false;
  return ["newState", "oldState"].every((state) => isEmpty(step.at(state, "inputs")) && (step.at(state, "id") ?? "") === "");
}

function isEmpty(inputs: unknown): boolean {
  return typeof inputs !== "object" || inputs === null || Object.keys(inputs).length === 0;
}
