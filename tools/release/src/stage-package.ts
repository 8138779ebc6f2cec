import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundlePack } from "./bundle-pack";
import { citedDocuments, withOwnDocuments } from "./cited-documents";
import { entryFiles } from "./entry-files";
import { isModule, moduleReach } from "./module-reach";
import { packedFiles } from "./npm";
import { packageFaults } from "./package-faults";
import { type PublishedManifest, publishedManifest } from "./published-manifest";
import { repositoryRoot, type WorkspacePackage } from "./workspace-packages";

/** A folder that can be published, or served to the engine, as it is. */
export interface StagedPackage {
  /** Absolute path. */
  readonly folder: string;
  readonly manifest: PublishedManifest;
  /** Every file in it, relative to it, in order. */
  readonly files: readonly string[];
  /** Why it would not work where it is installed alone. */
  readonly faults: readonly string[];
}

/**
 * Makes the folder that is published of a package: what its `files` let out, of its modules only those that an entry reaches (so neither tests nor what an
 * earlier build left behind), its package.json without what only this repository reads, and the licence. The module that the engine starts of a pack is
 * one file, and the documents that its messages cite are in it.
 */
export async function stagePackage(source: WorkspacePackage, ours: ReadonlyMap<string, string>, folder: string): Promise<StagedPackage> {
  const listed = (await packedFiles(source.folder)).filter((file) => file !== "package.json");
  const isPack = listed.includes("PulumiPolicy.yaml");
  const documents = isPack ? citedDocuments : [];
  const isRewritten = (file: string): boolean => isPack && file.endsWith(".md");
  const read = (file: string): string => {
    const text = readFileSync(path.join(documents.includes(file) ? repositoryRoot : source.folder, file), "utf8");
    return isRewritten(file) ? withOwnDocuments(file, text) : text;
  };
  const texts = new Map([...listed, ...documents].map((file) => [file, read(file)]));
  const reach = moduleReach(entryFiles(source.manifest), texts);
  const kept = listed.filter((file) => !isModule(file) || reach.files.has(file));

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of kept.filter((one) => !isRewritten(one))) cpSync(path.join(source.folder, file), path.join(folder, file));
  for (const [file, text] of texts) if (isRewritten(file)) writeText(path.join(folder, file), text);
  cpSync(path.join(repositoryRoot, "LICENSE"), path.join(folder, "LICENSE"));
  const manifest = publishedManifest(source.manifest, ours);
  writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const { main } = manifest;
  const faults = packageFaults({ manifest: source.manifest, files: texts, reach }, ours);
  // If an import cannot be resolved, the bundle would only fail. The fault is a better report.
  const bundled = faults.length === 0 && isPack && main ? await bundlePack(sourceOf(source.folder, main), folder, main) : [];

  return {
    folder,
    manifest,
    files: [...new Set([...kept, ...documents, ...bundled, "LICENSE", "package.json"])].sort(),
    faults,
  };
}

function writeText(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The TypeScript module that `main` is compiled from. */
function sourceOf(folder: string, main: string): string {
  return path.join(folder, main.replace(/^dist\/(.*)\.js$/, "src/$1.ts"));
}
