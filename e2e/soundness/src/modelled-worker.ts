import { parentPort, workerData } from "node:worker_threads";
import { runExperiment } from "./experiment";
import { recordingText } from "./laboratory/recording";
import { openModelledLaboratory } from "./modelled-engine/modelled-laboratory";
import { FAILURES_TO_SHRINK } from "./request";
import type { Unfinished } from "./results";
import { type Observation, observe } from "./tally";

/** Which programs a thread runs: every `step`th seed from `first` on, before `end`. */
export interface WorkerRequest {
  readonly first: number;
  readonly end: number;
  readonly step: number;
  readonly shrink: number;
  /** Whether everything that was seen is wanted, also of programs that do not fail. */
  readonly everything: boolean;
}

/** What a thread sends from time to time. Outcomes are texts, because they hold symbols. */
export interface WorkerMessage {
  readonly results: readonly { readonly observation: Observation; readonly outcome?: string }[];
  readonly unfinished: readonly Unfinished[];
}

const BATCH = 100;

/** Runs the programs of a request, and sends what came of them. */
async function work({ first, end, step, shrink, everything }: WorkerRequest, send: (message: WorkerMessage) => void): Promise<void> {
  const laboratory = openModelledLaboratory();
  let results: WorkerMessage["results"][number][] = [];
  let unfinished: Unfinished[] = [];
  let shrunk = 0;
  const flush = (): void => {
    send({ results, unfinished });
    [results, unfinished] = [[], []];
  };
  for (let seed = first; seed < end; seed += step) {
    try {
      const outcome = await runExperiment(laboratory, seed, shrunk < FAILURES_TO_SHRINK ? shrink : 0);
      const observation = observe(outcome);
      if (outcome.smallest !== undefined) shrunk += 1;
      const wanted = everything || observation.breaches.length > 0;
      results.push({ observation, ...(wanted ? { outcome: recordingText([outcome]) } : {}) });
    } catch (reason) {
      unfinished.push({ seed, reason: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) });
    }
    if (results.length + unfinished.length >= BATCH) flush();
  }
  flush();
}

if (parentPort !== null) void work(workerData as WorkerRequest, (message) => parentPort?.postMessage(message));
