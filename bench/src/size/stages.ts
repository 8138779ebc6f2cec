import { planEnis, resolveNetwork } from "@lambda-vpc/model";
import { readNetwork, readStateFile } from "@lambda-vpc/sources";
import { readFileSync } from "node:fs";

/** The processor time of each stage from a state file to its plan, in milliseconds. It includes the threads of the garbage collector. */
export interface Stages {
  readonly parse: number;
  /** `readStateFile` with its own parsing. */
  readonly read: number;
  readonly network: number;
  readonly plan: number;
  /** The most resident memory of the process, in bytes. */
  readonly resident: number;
  /** The most resident memory before it opened the file, in bytes. */
  readonly residentBefore: number;
}

/** Runs as a process: measures one file and prints `Stages`. With `parse`, it only parses the file, so that both start with an empty heap. */
function main([file = "", only]: readonly string[]): void {
  const residentBefore = process.resourceUsage().maxRSS * 1024;
  const text = readFileSync(file, "utf8");
  const stages = only === "parse" ? { parse: timed(() => JSON.parse(text) as unknown).milliseconds } : stagesOf(text);
  process.stdout.write(JSON.stringify({ ...stages, resident: process.resourceUsage().maxRSS * 1024, residentBefore }));
}

function stagesOf(text: string): Omit<Stages, "parse" | "resident" | "residentBefore"> {
  const read = timed(() => readStateFile(text).resources);
  const network = timed(() => readNetwork(read.result));
  const plan = timed(() => planEnis(resolveNetwork(network.result)));
  return { read: read.milliseconds, network: network.milliseconds, plan: plan.milliseconds };
}

function timed<T>(compute: () => T): { readonly result: T; readonly milliseconds: number } {
  const before = process.cpuUsage();
  const result = compute();
  const { user, system } = process.cpuUsage(before);
  return { result, milliseconds: (user + system) / 1000 };
}

main(process.argv.slice(2));
