import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Manifest } from "./manifest";

/** A package of this repository. */
export interface WorkspacePackage {
  /** Absolute path. */
  readonly folder: string;
  readonly manifest: Manifest;
}

export const repositoryRoot = path.resolve(__dirname, "../../..");

/** The packages that are published, by name: those in `packages` and `policies` that are not private. */
export function publishedPackages(): readonly WorkspacePackage[] {
  return ["packages", "policies"]
    .map((group) => path.join(repositoryRoot, group))
    .flatMap((group) => readdirSync(group).map((name) => path.join(group, name)))
    .filter((folder) => existsSync(path.join(folder, "package.json")))
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest }))
    .filter(({ manifest }) => manifest.private !== true)
    .sort((a, b) => (a.manifest.name < b.manifest.name ? -1 : 1));
}
