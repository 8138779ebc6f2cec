import { writeFileSync } from "node:fs";
import { join } from "node:path";

/*
 * Loaded into each Node.js process of a preview with `--require`. A pack writes what it has used so far into a file of its process in the folder
 * LAMBDA_VPC_RESOURCES, again and again, because the engine kills it without notice.
 */

/** What a process has used. */
export interface Resources {
  /** Milliseconds of processor time of all its threads. */
  readonly processor: number;
  /** The most resident memory, in bytes. */
  readonly resident: number;
}

const EVERY_MS = 100;

const folder = process.env["LAMBDA_VPC_RESOURCES"];
if (folder !== undefined && process.argv[1]?.includes("run-policy-pack") === true) {
  const file = join(folder, `${process.pid}.json`);
  const report = (): void => {
    const { user, system } = process.cpuUsage();
    const used: Resources = { processor: (user + system) / 1000, resident: process.resourceUsage().maxRSS * 1024 };
    writeFileSync(file, JSON.stringify(used));
  };
  setInterval(report, EVERY_MS).unref();
  process.on("exit", report);
}
