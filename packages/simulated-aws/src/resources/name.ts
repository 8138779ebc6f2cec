import type { Account } from "../account/account";
import { text } from "../property/read";
import type { Properties } from "../property/value";

/** The name that Check settled on, or one with the prefix that the program asked for. */
export function nameOf(account: Account, inputs: Properties): string {
  return text(inputs, "name") ?? `${text(inputs, "namePrefix") ?? ""}${account.nextNumber().replace(".", "-")}`;
}
