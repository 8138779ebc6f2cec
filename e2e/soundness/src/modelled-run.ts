import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Outcome } from "./experiment";
import { readRecording } from "./laboratory/recording";
import type { WorkerMessage, WorkerRequest } from "./modelled-worker";
import type { Request } from "./request";
import type { Receiver } from "./results";

/** Runs the programs on modelled engines, in several threads. */
export async function runModelled({ programs, seed, engines, shrink, archive }: Request, receiver: Receiver): Promise<void> {
  const threads = Math.min(engines, programs);
  const work = (thread: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const request: WorkerRequest = {
        first: seed + thread,
        end: seed + programs,
        step: threads,
        shrink,
        everything: archive !== undefined,
      };
      const worker = new Worker(join(__dirname, "modelled-worker.js"), { workerData: request });
      worker.on("message", ({ results, unfinished }: WorkerMessage) => {
        for (const { observation, outcome } of results)
          receiver.result({ observation, ...(outcome === undefined ? {} : { outcome: readRecording<readonly [Outcome]>(outcome)[0] }) });
        for (const one of unfinished) receiver.unfinished(one);
      });
      worker.once("error", reject);
      worker.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))));
    });
  await Promise.all(Array.from({ length: threads }, (_, thread) => work(thread)));
}
