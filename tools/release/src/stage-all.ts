import path from "node:path";
import { type StagedPackage, stagePackage } from "./stage-package";
import { publishedPackages, repositoryRoot } from "./workspace-packages";

/** The default folder of staged packages: inside the work tree, where they find the libraries, and ignored by git. */
export const releaseFolder = path.join(repositoryRoot, ".state/release");

/** Stages every published package in a folder of its name below `root`, as they would lie in `node_modules`. The repository has to be built. */
export function stageAll(root: string = releaseFolder): Promise<readonly StagedPackage[]> {
  const packages = publishedPackages();
  const ours = new Map(packages.map(({ manifest }) => [manifest.name, manifest.version]));
  return Promise.all(packages.map((source) => stagePackage(source, ours, path.join(root, source.manifest.name))));
}
