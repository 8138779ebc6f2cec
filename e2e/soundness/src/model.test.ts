import { beforeAll, describe, expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { countedBreaches, descriptionOf, type Experiment, runExperiment } from "./experiment";
import { faults } from "./judgement/fault";
import { judge } from "./judgement/judge";
import type { Laboratory } from "./laboratory/laboratory";
import type { NetworkReader } from "./laboratory/plan-figures";
import { openModelledLaboratory } from "./modelled-engine/modelled-laboratory";

/** `npm run soundness -- --model` runs as many others as one likes. */
const PROGRAMS = ["--model", "--programs", "2000", "--seed", "80001"];

/** The seeds of a few programs in which every fault shows. */
const FEW = Array.from({ length: 40 }, (_, index) => 90018 + index);

test("previews of 2,000 random programs hold true on the modelled engine", async () => {
  const main = join(repositoryRoot, "e2e/soundness/dist/main.js");
  const run = promisify(execFile)(process.execPath, [main, ...PROGRAMS, "--shrink", "30"], { timeout: 280_000 });
  const { stdout, stderr } = await run.catch((failure: { readonly stdout: string; readonly stderr: string }) => failure);
  expect({ printed: stderr, breaches: /^breaches +(\d+)$/m.exec(stdout)?.[1] }).toEqual({ printed: "", breaches: "0" });
});

describe("the check on the modelled engine", () => {
  let experiments: readonly Experiment[] = [];

  beforeAll(async () => {
    const laboratory = openModelledLaboratory();
    const outcomes = [];
    for (const seed of FEW) outcomes.push(await runExperiment(laboratory, seed, 0));
    experiments = outcomes.map(({ experiment }) => experiment);
  });

  const breachesWith = (reader?: NetworkReader): number =>
    experiments.flatMap(({ evidence }) => countedBreaches({ evidence, breaches: evidence.flatMap((one) => judge(one, reader)) })).length;

  test("finds nothing without a fault", () => {
    expect(breachesWith()).toBe(0);
  });

  test.each(Object.entries(faults))("finds %s", (_, reader) => {
    expect(breachesWith(reader)).toBeGreaterThan(0);
  });
});

test("a program that fails is made smaller until nothing can be left out", async () => {
  const { experiment, smallest } = await runExperiment(losingOne(openModelledLaboratory()), 90018, 100);
  expect(descriptionOf(90018).first.functions.length).toBeGreaterThan(1);
  expect(countedBreaches(experiment).length).toBeGreaterThan(0);
  expect(smallest?.description.first.functions).toHaveLength(1);
  expect(smallest?.description.second).toBeUndefined();
});

/** A laboratory whose account loses a combination. */
function losingOne(laboratory: Laboratory): Laboratory {
  return {
    ...laboratory,
    async trial(...request) {
      const trial = await laboratory.trial(...request);
      return trial.truth === undefined ? trial : { ...trial, truth: { ...trial.truth, held: trial.truth.held.slice(1) } };
    },
  };
}
