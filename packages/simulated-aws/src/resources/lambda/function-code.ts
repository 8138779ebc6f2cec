import { readFileSync } from "node:fs";
import type { Account } from "../../account/store/account";
import { object, text } from "../../property/read";
import { hasSignature, type Properties } from "../../property/value";

/** Stores the code of a function if it was uploaded as an archive of single texts or files. Other code is not stored. */
export function storeCode(account: Account, functionName: string, inputs: Properties): void {
  const { code } = inputs;
  const assets = hasSignature(code) ? object(code, "assets") : undefined;
  const files = Object.entries(assets ?? {}).map(([name, asset]) => [name, hasSignature(asset) ? textOf(asset) : undefined]);
  if (files.length > 0 && files.every(([, content]) => content !== undefined))
    account.tables.functionCode.put({ id: functionName, files: Object.fromEntries(files) as Record<string, string> });
  else deleteCode(account, functionName);
}

export function deleteCode(account: Account, functionName: string): void {
  if (account.tables.functionCode.get(functionName) !== undefined) account.tables.functionCode.remove(functionName);
}

/** The text of an asset. Undefined for a folder, an archive or an unreadable file. */
function textOf(asset: Properties): string | undefined {
  const path = text(asset, "path");
  if (path === undefined) return text(asset, "text");
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
