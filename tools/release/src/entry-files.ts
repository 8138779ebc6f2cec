import path from "node:path/posix";
import type { ExportTarget, Manifest } from "./manifest";

/** The files by which a package is entered, relative to its folder: all that its package.json names. */
export function entryFiles({
  main,
  types,
  bin = {},
  exports = {},
}: Pick<Manifest, "main" | "types" | "bin" | "exports">): readonly string[] {
  const named = [main, types, ...Object.values(bin), ...Object.values(exports).flatMap(leaves)];
  return [...new Set(named.filter((file) => file !== undefined).map((file) => path.normalize(file)))].sort();
}

function leaves(target: ExportTarget): readonly string[] {
  return typeof target === "string" ? [target] : Object.values(target).flatMap(leaves);
}
