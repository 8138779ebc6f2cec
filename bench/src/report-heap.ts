import { writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import { join } from "node:path";

/*
 * Loaded into each Node.js process of a preview with `--require`. With LAMBDA_VPC_HEAP_PROFILE=FOLDER, a pack writes a sampled profile of the objects that
 * live, again and again, because the engine kills it without notice and Node.js then writes none. Chromium's tools open the file.
 */

const EVERY_MS = 1000;

/** Bytes between two samples, on average. */
const INTERVAL = 64 * 1024;

const folder = process.env["LAMBDA_VPC_HEAP_PROFILE"];
if (folder !== undefined && process.argv[1]?.includes("run-policy-pack") === true) {
  const session = new Session();
  session.connect();
  session.post("HeapProfiler.startSampling", { samplingInterval: INTERVAL });
  const report = (): void =>
    session.post("HeapProfiler.getSamplingProfile", (error, result) => {
      if (error === null) writeFileSync(join(folder, `${process.pid}.heapprofile`), JSON.stringify(result.profile));
    });
  setInterval(report, EVERY_MS).unref();
}
