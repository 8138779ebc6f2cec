import { compareModels, compareSharing } from "@lambda-vpc/model";
import { nearest } from "@lambda-vpc/policy-kit";
import type { Command } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Flags } from "../command/flags";
import { readFlags } from "../command/read-flags";
import { writeOutput } from "../command/write-output";
import { sharingCounts } from "./figures/sharing-counts";
import { readScenario, type ReadScenario } from "./read-scenario";
import { simulationPage } from "./simulation-page";
import { simulationText } from "./simulation-text";

const flags = {
  functions: { type: "string", value: "N", meaning: "number of functions; default: 40" },
  sets: { type: "string", value: "N", meaning: "number of security-group sets; default: one for each function" },
  subnets: { type: "string", value: "N", meaning: "number of subnets, which every function uses; default: 3" },
  "subnet-size": { type: "string", value: "/24", multiple: true, meaning: "size of all subnets, or of each; default: /24" },
  memory: { type: "string", value: "MB", meaning: "memory of each function; default: 1024" },
  concurrency: { type: "string", value: "N", meaning: "peak of the concurrent executions of all functions; default: 1000" },
  load: {
    type: "string",
    value: "SHAPE|FILE",
    meaning: "ramp, constant, spikes, or a CSV file with a number for each step; default: ramp",
  },
  step: { type: "string", value: "SECONDS", meaning: "length of a step; default: 1" },
  quota: { type: "string", value: "N", meaning: "ENIs per VPC in both models; default: 500 today, no limit before September 2019" },
  format: { type: "string", value: "FORMAT", meaning: "text, json or html; default: text" },
  output: { type: "string", value: "FILE", meaning: "output file, written completely or not at all; default: standard output" },
} as const satisfies Flags;

/** Each format: what the command prints. */
const formats = {
  text: (read) => simulationText(compareModels(read.scenario), compareSharing(read.scenario, sharingCounts(read.scenario.functions))),
  json: (read) => `${JSON.stringify(simulationJson(read), null, 2)}\n`,
  html: simulationPage,
} as const satisfies Readonly<Record<string, (read: ReadScenario) => string>>;

/** `lambda-vpc simulate`: the ENIs of a load before September 2019 and today. */
export const simulate: Command = {
  usage:
    "simulate [--functions N] [--sets N] [--subnets N] [--subnet-size /24]... [--memory MB] [--concurrency N] [--load SHAPE|FILE] [--step SECONDS] [--quota N] [--format FORMAT] [--output FILE]",
  summary: "Simulates the ENIs of functions under a load, in the model before September 2019 and in today's.",
  flags,
  examples: [
    {
      purpose: "Prints both models for 40 functions that share two security-group sets.",
      lines: ["npx lambda-vpc simulate --functions 40 --sets 2 --subnets 3 --memory 3008 --concurrency 1000"],
    },
    {
      purpose: "Writes a page with sliders, which works offline.",
      lines: ["npx lambda-vpc simulate --load spikes --subnet-size /24 --format html --output simulation.html"],
    },
    {
      purpose: "Simulates the measured concurrency of each minute.",
      lines: ["npx lambda-vpc simulate --functions 12 --load concurrency.csv --step 60"],
    },
  ],
  run(commandLine, context) {
    const { values, positionals } = readFlags(commandLine, flags);
    if (positionals.length > 0)
      throw new CommandError(exitCodes.usage, `Unknown argument ${positionals.join(" ")}. Specify a file with --load FILE.`);
    const { format = "text" } = values;
    if (!isFormat(format)) throw new CommandError(exitCodes.usage, `Unknown format ${format}. ${nearest(format, Object.keys(formats))}.`);
    const text = formats[format](readScenario(values, context));
    return { exitCode: 0, stdout: writeOutput(values.output, text, context), stderr: [] };
  },
};

function isFormat(name: string): name is keyof typeof formats {
  return Object.hasOwn(formats, name);
}

/** Everything that is computed. A quota without a limit is null. */
function simulationJson({ scenario }: ReadScenario) {
  return { schemaVersion: 1, ...compareModels(scenario), sharing: compareSharing(scenario, sharingCounts(scenario.functions)) };
}
