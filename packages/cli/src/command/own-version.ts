import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of this command's package. */
export const ownFolder = join(__dirname, "../..");

/** The version of this command. The packs are released with the same version. */
export function ownVersion(): string {
  return (JSON.parse(readFileSync(join(ownFolder, "package.json"), "utf8")) as { readonly version: string }).version;
}
