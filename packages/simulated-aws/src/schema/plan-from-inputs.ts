import { isList, isObject, type Properties, isEqual, UNKNOWN, type Value } from "../property/value";
import { elementShape, type Fields, isLeftToAws, isObjectShape, type Shape } from "./field";
import { plan } from "./plan";
import { type PropertyChange, propertyChanges } from "./property-change";

/** A resource before a change. */
export interface Previous {
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/*
 * Plans and changes of resources whose outputs are made up. What AWS adds inside lists is in the outputs and not in the inputs, so outputs
 * do not show what a program changed. The inputs do.
 */

/**
 * The planned outputs: those of `plan`, with unknown values also for what AWS sets inside lists. An output stays if the input of this name
 * did not change.
 */
export function planFromInputs(fields: Fields, inputs: Properties, previous?: Previous): Properties {
  const planned = plan(fields, inputs, previous?.outputs);
  return Object.fromEntries(
    Object.entries(planned).map(([name, value]): [string, Value] => {
      const kept = previous !== undefined && isUnchanged(name, inputs, previous) ? previous.outputs[name] : undefined;
      const field = fields[name];
      return [name, kept ?? (field === undefined ? value : withUnknowns(field.shape, value, inputs[name] ?? null))];
    }),
  );
}

/** The changes of the inputs. A value that a program no longer sets stays if AWS sets it otherwise. */
export function inputChanges(fields: Fields, inputs: Properties, previous: Properties): readonly PropertyChange[] {
  const compared = Object.fromEntries(
    Object.entries(fields).filter(([name, { presence }]) => presence !== "optionalComputed" || (inputs[name] ?? null) !== null),
  );
  return propertyChanges(compared, inputs, previous);
}

function isUnchanged(name: string, inputs: Properties, previous: Previous): boolean {
  return isEqual(inputs[name] ?? null, previous.inputs[name] ?? null);
}

/** A planned value in which unknown values stand for what AWS sets inside its lists. */
function withUnknowns(shape: Shape, planned: Value, given: Value): Value {
  if (isObjectShape(shape)) return isObject(planned) && isObject(given) ? openFields(shape.object, planned, given, false) : planned;
  const element = elementShape(shape);
  if (element === undefined || !isObjectShape(element) || !isList(planned) || !isList(given)) return planned;
  return planned.map((one, index) => {
    const block = given[index];
    return isObject(one) && isObject(block) ? openFields(element.object, one, block, true) : one;
  });
}

function openFields(fields: Fields, planned: Properties, given: Properties, inList: boolean): Properties {
  return Object.fromEntries(
    Object.entries(planned).map(([name, value]): [string, Value] => {
      const field = fields[name];
      const own: Value = given[name] ?? null;
      if (field === undefined) return [name, value];
      return [name, inList && own === null && isLeftToAws(field) ? UNKNOWN : withUnknowns(field.shape, value, own)];
    }),
  );
}
