import { questions, withDataset } from "@lambda-vpc/organisation";

/** What one process measures. */
export interface ViewTimes {
  readonly seconds: Readonly<Record<string, number>>;
  /** Processor time of all threads. On a busy machine, compare this one. */
  readonly processor: Readonly<Record<string, number>>;
  /** The most resident memory of the process. */
  readonly megabytes: number;
}

/** Computes all rows and columns of each view, with two threads and 1 GB for DuckDB, of the 2 GB that the process may have, and prints the times. */
async function main(dataset: string): Promise<void> {
  const seconds: Record<string, number> = {};
  const processor: Record<string, number> = {};
  await withDataset(dataset, { threads: 2, memory: "1000MB" }, async (session) => {
    for (const view of Object.keys(questions)) {
      const [start, before] = [performance.now(), process.cpuUsage()];
      await session.run(`CREATE OR REPLACE TEMP TABLE measured AS SELECT * FROM ${view}`);
      seconds[view] = (performance.now() - start) / 1000;
      const { user, system } = process.cpuUsage(before);
      processor[view] = (user + system) / 1e6;
      await session.run("DROP TABLE measured");
    }
  });
  const times: ViewTimes = { seconds, processor, megabytes: process.resourceUsage().maxRSS / 1024 };
  process.stdout.write(JSON.stringify(times));
}

void main(process.argv[2] ?? "");
