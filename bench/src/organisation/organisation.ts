import { generateDataset } from "@lambda-vpc/organisation/testing";
import { Session } from "@lambda-vpc/organisation";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { progress } from "../progress";
import type { ViewTimes } from "./measure-views";

/** Two days, so that the trend compares something. */
const DAYS = ["2026-11-01", "2026-12-01"];

const FUNCTIONS_PER_ACCOUNT = 2000;

/** Numbers of functions, each 2,000 in an account, and the limits that the views must keep. */
export interface OrganisationSizes {
  readonly functions: readonly number[];
}

/** The time of each view over generated datasets, with two threads and 2 GB, and how it grows from the smallest to the largest. */
export async function measureOrganisation(scratch: string, { functions }: OrganisationSizes): Promise<Record<string, number>> {
  const measured: (readonly [number, ViewTimes])[] = [];
  for (const count of functions) {
    const dataset = join(scratch, `organisation-${count}`);
    progress(`organisation: write ${count} functions`);
    const size = { accounts: count / FUNCTIONS_PER_ACCOUNT, functionsPerAccount: FUNCTIONS_PER_ACCOUNT, days: DAYS };
    await Session.with({ threads: 2 }, (session) => generateDataset(session, dataset, size));
    progress(`organisation: views over ${count} functions`);
    // A separate process, whose memory is that of the views alone.
    const output = execFileSync(process.execPath, [join(__dirname, "measure-views.js"), dataset], { encoding: "utf8" });
    measured.push([count, JSON.parse(output) as ViewTimes]);
  }
  const figures = measured.flatMap(([count, { seconds, processor, megabytes }]) => [
    ...Object.entries(seconds).map(([view, time]) => [`organisation ${view}, ${count} functions (s)`, time] as const),
    ...Object.entries(processor).map(([view, time]) => [`organisation ${view}, ${count} functions (s of processor time)`, time] as const),
    [`organisation slowest view, ${count} functions (s)`, Math.max(...Object.values(seconds))] as const,
    [`organisation memory, ${count} functions (MB)`, megabytes] as const,
  ]);
  return Object.fromEntries([...figures, ...growthOf(measured)]);
}

/** The exponent by which the slowest view grows: 1 is linear. */
function growthOf(measured: readonly (readonly [number, ViewTimes])[]): readonly (readonly [string, number])[] {
  const [first, last] = [measured[0], measured.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const slowest = ([, { processor }]: (typeof measured)[number]): number => Math.max(...Object.values(processor));
  const exponent = Math.log(slowest(last) / slowest(first)) / Math.log(last[0] / first[0]);
  return [["organisation growth of the processor time of the slowest view (exponent)", exponent]];
}
