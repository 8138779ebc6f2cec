import { spawn } from "node:child_process";
import { dirname, join } from "node:path";

const TIMEOUT_MS = 30_000;

/** The start of a pack, in milliseconds. */
export interface Boot {
  /** From starting the pack's process, as the engine's language host does, until it prints its port. */
  readonly wall: number;
  /** The processor time of that process. Other processes on the machine hardly change it. */
  readonly processor: number;
}

/** Starts a pack, measures it, and ends it. */
export function bootMilliseconds(pack: string): Promise<Boot> {
  const runner = join(dirname(require.resolve("@pulumi/pulumi/package.json")), "cmd/run-policy-pack");
  const start = process.hrtime.bigint();
  const hook = ["--require", join(__dirname, "report-processor-time.js")];
  const child = spawn(process.execPath, [...hook, runner, "127.0.0.1:1", pack], { cwd: pack, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let wall = NaN;
    let errors = "";
    const timer = setTimeout(() => child.kill("SIGKILL"), TIMEOUT_MS);
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.once("data", () => {
      wall = Number(process.hrtime.bigint() - start) / 1e6;
      child.kill("SIGTERM");
    });
    child.once("close", () => {
      clearTimeout(timer);
      const [, processor] = /^processor time: (.*)$/m.exec(errors) ?? [];
      if (processor === undefined) reject(new Error(`the pack ${pack} did not start: ${errors}`));
      else resolve({ wall, processor: Number(processor) });
    });
  });
}
