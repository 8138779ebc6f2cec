import { withConsumers } from "../registry/consumers";
import { matrix, sdkPackages, type Versions } from "./matrix";
import { type Trial, trial } from "./trial";

/** Tries our packages at both ends of what they support, prints a table, and ends with 1 where one end shows something else than the other. */
async function main(): Promise<void> {
  process.stdout.write(line(["node", ...sdkPackages, "our packages"]));
  await withConsumers(async (open) => {
    // The versions of this repository first: what they show is what all others have to.
    let norm: Trial | undefined;
    for (const versions of [...matrix].reverse()) {
      const seen = await trial(open, versions).catch((error: unknown) => String(error));
      norm ??= typeof seen === "string" ? undefined : seen;
      const fault = typeof seen === "string" ? seen : difference(seen, norm);
      process.stdout.write(row(versions, fault));
      if (fault !== undefined) process.exitCode = 1;
    }
  });
}

function difference(seen: Trial, norm: Trial | undefined): string | undefined {
  if (seen.packs !== norm?.packs) return `the packs print something else:\n${seen.packs}`;
  return seen.components === norm.components ? undefined : `the components make something else: ${seen.components}`;
}

function row({ node, sdk }: Versions, fault: string | undefined): string {
  const verdict = fault === undefined ? "works" : "FAILS";
  return `${line([node, ...sdkPackages.map((name) => sdk[name]), verdict])}${fault === undefined ? "" : `${fault}\n`}`;
}

function line(cells: readonly string[]): string {
  return `${cells
    .map((cell) => cell.padEnd(16))
    .join("")
    .trimEnd()}\n`;
}

void main();
