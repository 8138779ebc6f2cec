import { newId } from "../../account/store/identifier";
import type { Properties } from "../../property/value";
import { optional } from "../../schema/field";
import type { ResourceType } from "./resource-type";

/**
 * A type that the account knows nothing of: what the program gives it comes back as its outputs, and it has an id.
 * @param properties wherever its fields' names may be found
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
