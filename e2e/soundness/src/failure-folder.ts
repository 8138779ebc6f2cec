import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Experiment, type Outcome } from "./experiment";
import { writeProgramFolder } from "./laboratory/laboratory";

/** Writes a failure so that one can run it: per version the smallest program that shows it, its preview and what is wrong. Returns the folder. */
export function writeFailure(results: string, { seed, experiment, smallest = experiment }: Outcome): string {
  const folder = join(results, `seed-${seed}`);
  for (const { version, trial } of smallest.evidence) {
    const program = join(folder, version);
    writeProgramFolder(program);
    writeFileSync(join(program, "index.js"), trial.source);
    writeFileSync(join(program, "preview.txt"), `${trial.preview.stdout}\n${trial.preview.stderr}`);
    writeFileSync(join(program, "figures.json"), `${JSON.stringify(trial.recording?.figures, null, 2)}\n`);
    writeFileSync(join(program, "truth.json"), `${JSON.stringify(trial.truth, null, 2)}\n`);
    if (trial.truth === undefined) writeFileSync(join(program, "up.txt"), `${trial.up.stdout}\n${trial.up.stderr}`);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "breaches.txt"), breachText(smallest));
  writeFileSync(join(folder, "description.json"), `${JSON.stringify(smallest.description, null, 2)}\n`);
  return folder;
}

export function breachText({ breaches }: Experiment): string {
  return breaches.map(({ kind, version, message }) => `${version} version, ${kind}: ${message}\n`).join("");
}
