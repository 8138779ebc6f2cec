import { entryFiles } from "./entry-files";
import { isModule } from "./module-reach";
import type { StagedPackage } from "./stage-package";

/** What is published, small enough to be reviewed: of each package the files that it is entered by and those that are no modules. */
export function publishedContents(staged: readonly StagedPackage[]): string {
  return staged
    .map(({ manifest, files }) => {
      const entries = new Set(entryFiles(manifest));
      const shown = files.filter((file) => entries.has(file) || !isModule(file));
      return [manifest.name, ...shown.map((file) => `  ${file}`)].join("\n");
    })
    .join("\n\n")
    .concat("\n");
}

/** Where `now` differs from what was `reviewed`, as sentences. */
export function contentsFaults(reviewed: string, now: string): readonly string[] {
  const [before, after] = [filesOf(reviewed), filesOf(now)];
  const fix = "If that is meant: npm run release -- accept.";
  return [
    ...[...before].filter((file) => !after.has(file)).map((file) => `${file} is no longer published. Add it to "files". ${fix}`),
    ...[...after].filter((file) => !before.has(file)).map((file) => `${file} is published, and was not before. ${fix}`),
  ];
}

/** Each line under the name of its package. */
function filesOf(contents: string): ReadonlySet<string> {
  return new Set(
    contents.split("\n\n").flatMap((block) => {
      const [name = "", ...files] = block.trimEnd().split("\n");
      return files.map((file) => `${name}: ${file.trim()}`);
    }),
  );
}
