import { questions, withDataset } from "@lambda-vpc/organisation";

/** What one process measures. */
export interface ViewTimes {
  readonly seconds: Readonly<Record<string, number>>;
  /** The most resident memory of the process. */
  readonly megabytes: number;
}

/** Computes all rows and columns of each view, with two threads and 2 GB, and prints the times. */
async function main(dataset: string): Promise<void> {
  const seconds: Record<string, number> = {};
  await withDataset(dataset, { threads: 2, memory: "2GB" }, async (session) => {
    for (const view of Object.keys(questions)) {
      const start = performance.now();
      await session.run(`CREATE OR REPLACE TEMP TABLE measured AS SELECT * FROM ${view}`);
      seconds[view] = (performance.now() - start) / 1000;
      await session.run("DROP TABLE measured");
    }
  });
  const times: ViewTimes = { seconds, megabytes: process.resourceUsage().maxRSS / 1024 };
  process.stdout.write(JSON.stringify(times));
}

void main(process.argv[2] ?? "");
