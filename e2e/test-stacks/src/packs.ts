import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Program, printed, repositoryRoot } from "./workspace";
import type { ProcessResult } from "@lambda-vpc/engine";

export const consolidationPack = join(repositoryRoot, "policies/eni-consolidation");

/** The pack with all policies. */
export const wholePack = join(repositoryRoot, "policies/lambda-vpc");

/** The arguments that enable a pack. A configuration is written to a file next to the program. */
export function withPack(program: Program, configuration?: object, pack = consolidationPack): readonly string[] {
  if (configuration === undefined) return ["--policy-pack", pack];
  const file = join(program.folder, "policy-configuration.json");
  writeFileSync(file, JSON.stringify(configuration));
  return ["--policy-pack", pack, "--policy-pack-config", file];
}

/** The preset `strict` of the whole pack, as users get it. */
export function strictPreset(): object {
  return JSON.parse(readFileSync(join(wholePack, "presets/strict.json"), "utf8")) as object;
}

/** A configuration with which eni-budget reports the number of combinations and rejects nothing. */
export const tellCombinations = {
  all: "disabled",
  "eni-budget": { enforcementLevel: "advisory", warnAt: 0 },
};

/** The number that eni-budget reports with `tellCombinations`: for the VPC, of which these programs have one. */
export function toldCombinations(result: ProcessResult): string | undefined {
  return /(\d+(?: to \d+)?) combinations?(?: \(likely \d+\))? for the \d+ functions? in VPC/.exec(printed(result))?.[1];
}
