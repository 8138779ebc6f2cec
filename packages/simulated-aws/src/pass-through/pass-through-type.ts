import type { Account } from "../account/store/account";
import type { Properties } from "../property/value";
import type { ResourceType } from "../resources/definition/resource-type";
import { type Fields, optional } from "../schema/field";
import { knownRules } from "./known-types";
import { madeUpOutputs } from "./made-up-outputs";
import { type Origin, passThroughSubject } from "./pass-through-subject";
import { providerType } from "./provider-schema";
import { rowId, toRemember } from "./remembered";
import type { Rules } from "./subject";
import { textsIn } from "./texts-in";

/**
 * A type that the simulation does not model. Its fields are those that the SDK of the provider declares. What AWS would set is made up.
 * A type that the provider did not have when the data were written returns its inputs.
 * @param properties objects with the names of its fields, which may be newer than the data
 */
export function passThroughType(token: string, ...properties: readonly Properties[]): ResourceType {
  const { fields: declared, rules } = definitionOf(token);
  const names = properties.flatMap((part) => Object.keys(part)).filter((name) => name !== "id" && !name.startsWith("__"));
  const newer = [...new Set(names)].filter((name) => declared[name] === undefined);
  const fields: Fields = { ...declared, ...Object.fromEntries(newer.map((name) => [name, optional("anything")])) };
  return {
    token,
    fields,
    passesThrough: true,
    create: (account, inputs) => {
      const seed = account.nextSequenceNumber();
      const subject = passThroughSubject(account, { token, fields, rules, seed, values: inputs, id: undefined, name: undefined });
      const { id, name } = subject;
      const { foreignResources } = account.tables;
      const outputs = madeUpOutputs(fields, rules, { ...subject, id, name });
      const count = (foreignResources.get(rowId(token, id))?.count ?? 0) + 1;
      foreignResources.put({
        id: rowId(token, id),
        type: token,
        seed,
        name,
        count,
        madeUpIds: madeUpIds(outputs, inputs),
        properties: toRemember(token, inputs),
      });
      return { id };
    },
    describe: (account, id, outputs) => {
      const row = account.tables.foreignResources.get(rowId(token, id));
      if (row === undefined && Object.keys(outputs).length > 0) return undefined;
      return describePassThrough(account, { token, fields, rules, seed: row?.seed ?? id, values: outputs, id, name: row?.name });
    },
    update: (account, id, inputs) => {
      const row = account.tables.foreignResources.get(rowId(token, id));
      if (row !== undefined) account.tables.foreignResources.put({ ...row, properties: toRemember(token, inputs) });
      return { id };
    },
    remove: (account, id) => {
      const { foreignResources } = account.tables;
      const row = foreignResources.get(rowId(token, id));
      const count = (row?.count ?? 1) - 1;
      if (row !== undefined && count > 0) foreignResources.put({ ...row, count });
      else foreignResources.remove(rowId(token, id));
    },
  };
}

/** The declared fields of a type and the rules for its outputs: those of the simulation, then the patterns of the documentation. */
function definitionOf(token: string): { readonly fields: Fields; readonly rules: Rules } {
  const declared = providerType(token);
  if (declared === undefined) return { fields: {}, rules: {} };
  const { fields, ...patterns } = declared;
  return { fields, rules: { ...patterns, ...knownRules.get(token) } };
}

function describePassThrough(account: Account, origin: Origin): Properties {
  return madeUpOutputs(origin.fields, origin.rules, passThroughSubject(account, origin));
}

const RESOURCE_ID = /^[a-z]+(?:-[a-z]+)*-0[0-9a-f]{16}$/;

/** The texts in the outputs that look like ids of AWS and that the program did not specify. */
function madeUpIds(outputs: Properties, inputs: Properties): readonly string[] {
  const given = new Set(textsIn(inputs));
  return [...new Set(textsIn(outputs))].filter((text) => RESOURCE_ID.test(text) && !given.has(text));
}
