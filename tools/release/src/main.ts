import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { billsOfMaterials } from "./bill-of-materials";
import { lintPackage } from "./lint-package";
import { contentsFaults, publishedContents } from "./published-contents";
import { stageAll } from "./stage-all";
import type { StagedPackage } from "./stage-package";
import { repositoryRoot } from "./workspace-packages";

/** The reviewed list of what is published. */
const contentsFile = path.join(repositoryRoot, "tools/release/published-contents.txt");

/**
 * `check` reports the faults of the packages as they would be published, `accept` accepts their present list of files, `stage` only creates the folders,
 * and `sbom` writes a bill of materials next to each of them.
 */
async function main(command: string): Promise<void> {
  if (!["stage", "check", "accept", "sbom"].includes(command)) {
    process.stderr.write(`there is no command ${command}\nusage: npm run release -- [stage | check | accept | sbom]\n`);
    process.exitCode = 64;
    return;
  }
  const staged = await stageAll();
  if (command === "stage") process.stdout.write(staged.map(line).join(""));
  if (command === "accept") writeFileSync(contentsFile, publishedContents(staged));
  if (command === "sbom") await writeBills(staged);
  if (command !== "check") return;
  const apart = staged.flatMap((one) => one.faults);
  const faults = apart.length > 0 ? apart : await faultsOfStandingPackages(staged);
  process.stdout.write(faults.length > 0 ? `${faults.join("\n")}\n` : `${staged.length} packages can be published\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

/** Faults of packages that work when installed alone. Until then, further checks would only repeat the first fault. */
async function faultsOfStandingPackages(staged: readonly StagedPackage[]): Promise<readonly string[]> {
  const lint = await Promise.all(staged.map(lintPackage));
  return [...contentsFaults(readFileSync(contentsFile, "utf8"), publishedContents(staged)), ...lint.flat()];
}

async function writeBills(staged: readonly StagedPackage[]): Promise<void> {
  const bills = await billsOfMaterials(staged.map(({ manifest }) => manifest));
  for (const [index, { folder }] of staged.entries()) {
    const file = `${folder}.cdx.json`;
    writeFileSync(file, `${JSON.stringify(bills[index], null, 2)}\n`);
    process.stdout.write(`${path.relative(repositoryRoot, file)}\n`);
  }
}

function line({ manifest, folder, files }: StagedPackage): string {
  const bytes = files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  return `${manifest.name.padEnd(32)} ${manifest.version}  ${String(files.length).padStart(4)} files ${String(Math.ceil(bytes / 1024)).padStart(6)} KiB\n`;
}

void main(process.argv[2] ?? "stage");
