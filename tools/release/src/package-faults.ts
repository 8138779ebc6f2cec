import path from "node:path/posix";
import { entryFiles } from "./entry-files";
import type { Manifest } from "./manifest";
import { type ModuleReach, type PackageFiles } from "./module-reach";

/** A package that is to be published, with all its files. */
export interface Candidate {
  readonly manifest: Manifest;
  /** What its `files` let out. */
  readonly files: PackageFiles;
  readonly reach: ModuleReach;
}

/**
 * Why a package would not work where it is installed alone: sentences with the fix, none where it would.
 *
 * @param ours the versions of the packages that are published with it.
 */
export function packageFaults({ manifest, files, reach }: Candidate, ours: ReadonlyMap<string, string>): readonly string[] {
  const { name } = manifest;
  const own = name.slice(0, name.indexOf("/") + 1);
  const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
  return [
    ...entryFiles(manifest)
      .filter((entry) => entry !== "package.json" && !files.has(entry))
      .map((entry) => `package.json names ${entry}, which is not published. Build it, and let "files" name it.`),
    ...reach.missing.map(({ from, specifier }) => `${from} imports ${specifier}, which is not published. Let "files" name it.`),
    ...undeclared(manifest, reach),
    ...Object.keys(declared)
      .filter((dependency) => dependency.startsWith(own) && !ours.has(dependency))
      .map((dependency) => `it depends on ${dependency}, which stays in this repository. Publish that, or move what is needed of it.`),
    ...[...files.keys()]
      .filter((file) => file.endsWith(".md"))
      .flatMap((file) => deadLinks(file, name, files, declared))
      .map(({ file, link }) => `${file} links to ${link}, which is not published. Add it to "files", or remove the link.`),
  ].map((fault) => `${name}: ${fault}`);
}

function undeclared({ name, dependencies, peerDependencies, devDependencies }: Manifest, reach: ModuleReach): readonly string[] {
  const declared = new Set([name, ...Object.keys({ ...dependencies, ...peerDependencies })]);
  const strangers = new Map(reach.foreign.map(({ from, specifier }) => [packageOf(specifier), from]));
  return [...strangers]
    .filter(([stranger]) => !declared.has(stranger))
    .map(([stranger, from]) => {
      const where = stranger in (devDependencies ?? {}) ? "is there for development only" : "package.json does not declare";
      return `${from} imports ${stranger}, which ${where}. Move it to "dependencies" or "peerDependencies".`;
    });
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** Links of a document that are dead in the installed package. Packages of this repository that it depends on are installed next to it. */
function deadLinks(
  file: string,
  name: string,
  files: PackageFiles,
  declared: Readonly<Record<string, string>>,
): readonly { readonly file: string; readonly link: string }[] {
  return [...(files.get(file) ?? "").matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)]
    .map(([, link = ""]) => path.join(path.dirname(file), link))
    .filter((link) => {
      const [, beside] = /^\.\.\/([^/]+)\//.exec(link) ?? [];
      return beside === undefined ? !files.has(link) : !(path.join(path.dirname(name), beside) in declared);
    })
    .map((link) => ({ file, link }));
}
