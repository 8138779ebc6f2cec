import { newId } from "../../account/store/identifier";
import type { Properties } from "../../property/value";
import { optional } from "../../schema/field";
import type { ResourceType } from "./resource-type";

/**
 * A type that the simulation does not model: its inputs become its outputs, and it gets an id.
 * @param properties objects with the names of its fields
 */
export function passThroughType(token: string, ...properties: readonly Properties[]): ResourceType {
  const names = new Set(properties.flatMap((part) => Object.keys(part)).filter((name) => name !== "id" && !name.startsWith("__")));
  return {
    token,
    fields: Object.fromEntries([...names].map((name) => [name, optional("anything")])),
    create: (account) => account.tables.foreignResources.put({ id: newId(account, "sim"), type: token }),
    describe: (account, id) => account.tables.foreignResources.get(id) && {},
    update: (_, id) => ({ id }),
    remove: (account, id) => {
      account.tables.foreignResources.remove(id);
    },
  };
}
