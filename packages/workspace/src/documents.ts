import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { format, resolveConfig } from "prettier";
import { generatedDocuments, type GeneratedDocument } from "./documents/generated-documents";
import { loadPacks } from "./packs/load-packs";

const repository = resolve(__dirname, "../../..");

/** `npm run docs` writes what follows from the packs' data; with `--check` it only lists stale ones. Ends with 1 if a document is stale, and with 2 if packs cannot be read. */
async function main(check: boolean): Promise<void> {
  for (const document of generatedDocuments(await loadPacks(repository))) {
    const problem = await bringUpToDate(document, check);
    if (problem === undefined) continue;
    process.stderr.write(`${document.path} ${problem}\n`);
    process.exitCode = 1;
  }
}

/** What is wrong with the document that writing it has not mended. */
async function bringUpToDate({ path, write }: GeneratedDocument, check: boolean): Promise<string | undefined> {
  const file = join(repository, path);
  const there = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  try {
    const due = await format(write(there ?? ""), { ...(await resolveConfig(file)), filepath: file });
    if (due === there) return undefined;
    if (check) return "is stale: run `npm run docs` and commit what it writes.";
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, due);
    process.stdout.write(`wrote ${path}\n`);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

main(process.argv.includes("--check")).catch((error: unknown) => {
  process.stderr.write(`The packs cannot be read as they are built: see whether \`npx tsc --build\` passes. (${String(error)})\n`);
  process.exitCode = 2;
});
