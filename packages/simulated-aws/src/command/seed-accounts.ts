import { DEFAULT_ACCOUNT_ID } from "../account/store/account";
import type { OrganizationAccount } from "../api/operation/call";
import { text } from "../property/read";
import { isList, isObject, type Properties } from "../property/value";
import { listsOf, seedError, type SeedFile } from "./seed-file";

/** An account of a seed file. */
export interface SeededAccount extends OrganizationAccount {
  readonly file: SeedFile;
}

/**
 * The accounts of a seed file: those of its list `accounts`, the first of which is the management account. A file without this list
 * describes one account. Throws `CommandError` with the path of the problem.
 *
 * @param path the name of the file in errors
 */
export function seedAccounts(path: string, content: Properties): readonly [SeededAccount, ...SeededAccount[]] {
  const { accounts, ...lists } = content;
  if (accounts === undefined) return [{ id: DEFAULT_ACCOUNT_ID, name: "simulated", state: "ACTIVE", file: listsOf(path, lists, "") }];
  const [list] = Object.keys(lists);
  if (list !== undefined) throw seedError(path, list, "A file with accounts has no other lists. Move it into one of the accounts");
  if (!isList(accounts)) throw seedError(path, "accounts", "Expected a list");
  const [first, ...others] = accounts.map((entry, index) => {
    const place = `accounts[${index}]`;
    if (!isObject(entry)) throw seedError(path, place, "Expected an object");
    return accountOf(path, entry, place);
  });
  if (first === undefined) throw seedError(path, "accounts", "Expected at least one account");
  const ids = [first, ...others].map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) throw seedError(path, `accounts[${twice}].id`, `${ids[twice] ?? ""} is the id of an earlier account`);
  return [first, ...others];
}

function accountOf(path: string, entry: Properties, place: string): SeededAccount {
  const lists = Object.fromEntries(Object.entries(entry).filter(([key]) => !["id", "name", "state"].includes(key)));
  const [id, name, state] = [text(entry, "id") ?? "", text(entry, "name") ?? "account", text(entry, "state") ?? "ACTIVE"];
  if (!/^\d{12}$/.test(id)) throw seedError(path, `${place}.id`, `${JSON.stringify(id)} does not have 12 digits`);
  if (state !== "ACTIVE" && state !== "SUSPENDED")
    throw seedError(path, `${place}.state`, `${JSON.stringify(state)} is not ACTIVE or SUSPENDED`);
  return { id, name, state, file: listsOf(path, lists, `${place}.`) };
}
