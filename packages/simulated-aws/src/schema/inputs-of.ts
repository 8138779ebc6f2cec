import { isZeroValue, type Properties, type Value } from "../property/value";
import { DEFAULTS } from "./check";
import { propertyChanges, topLevelNames } from "./property-change";
import { type Fields, isInput } from "./field";
import { plan } from "./plan";

/**
 * The inputs for outputs that were read. On a refresh (`before` is set) they are the previous inputs, with the values of the account where
 * these differ. Otherwise they are the inputs that produce these outputs.
 */
export function inputsOf(fields: Fields, outputs: Properties, before: Properties | undefined): Properties {
  const output = (name: string): Value => outputs[name] ?? null;
  if (before === undefined) {
    const configured = Object.entries(fields).filter(
      ([name, field]) => isInput(field) && !isZeroValue(output(name)) && output(name) !== field.default,
    );
    return { ...Object.fromEntries(configured.map(([name]) => [name, output(name)])), [DEFAULTS]: [] };
  }
  const drifted = topLevelNames(propertyChanges(fields, plan(fields, before, outputs), outputs));
  return Object.fromEntries(Object.entries(before).map(([name, input]) => [name, drifted.includes(name) ? output(name) : input]));
}
