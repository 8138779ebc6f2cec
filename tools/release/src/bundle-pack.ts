import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { repositoryRoot } from "./workspace-packages";

/**
 * Writes the module that the engine starts as one file, with the modules of this repository and the libraries that it uses: 150 small modules cost a tenth
 * of a pack's boot. `entry` is TypeScript: from ECMAScript modules esbuild keeps only what is used, from compiled CommonJS it keeps libraries whole.
 * `@pulumi/*` stays outside, because two copies of it cost more and break `instanceof`. The licenses of the libraries are next to it.
 *
 * @returns the files written, relative to `folder`.
 */
export async function bundlePack(entry: string, folder: string, main: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    outfile: path.join(folder, main),
    absWorkingDir: path.dirname(entry),
    bundle: true,
    platform: "node",
    target: "node22",
    tsconfig: path.join(repositoryRoot, "tsconfig.imports.json"),
    external: ["@pulumi/*"],
    legalComments: "none",
    metafile: true,
    logLevel: "silent",
  });
  const libraries = new Set(
    Object.keys(metafile.inputs)
      .map((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path.resolve(path.dirname(entry), input))?.[1])
      .filter((library) => library !== undefined),
  );
  const licences = `${main}.LICENSES.txt`;
  writeFileSync(path.join(folder, licences), [...libraries].sort().map(licenceOf).join("\n"));
  return [main, licences];
}

/** The licence of an installed library under its name and version. @throws Error where it has none: then it may not be handed on. */
function licenceOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { name: string; version: string };
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (file === undefined) throw new Error(`${name} ${version} comes without a licence text, so it may not go into a bundle.`);
  return `${name} ${version}\n\n${readFileSync(path.join(folder, file), "utf8").trim()}\n`;
}
