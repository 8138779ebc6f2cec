import { releaseInterfaces } from "../interfaces/hyperplane";
import type { Account } from "../store/account";
import { findFunction } from "./lambda-function";

/**
 * What Lambda does with a function that was idle for 14 days: it reclaims the interfaces that nothing else uses, and the function is
 * inactive until it is updated (docs/aws-facts.md#idle-functions). Its published versions keep their interfaces.
 */
export function deactivateFunction(account: Account, name: string): void {
  const active = findFunction(account, name);
  account.tables.functions.put({ ...active, idle: true });
  releaseInterfaces(account, active);
}
