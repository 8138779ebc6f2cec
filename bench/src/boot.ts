import { spawn } from "node:child_process";
import { dirname, join } from "node:path";

const TIMEOUT_MS = 30_000;

/** Milliseconds from starting a pack's process, as the engine's language host does, until it prints its port. */
export function bootMilliseconds(pack: string): Promise<number> {
  const runner = join(dirname(require.resolve("@pulumi/pulumi/package.json")), "cmd/run-policy-pack");
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, [runner, "127.0.0.1:1", pack], { cwd: pack, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let complaint = "";
    const timer = setTimeout(() => child.kill("SIGKILL"), TIMEOUT_MS);
    child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
    child.stdout.once("data", () => {
      resolve(Number(process.hrtime.bigint() - start) / 1e6);
      child.kill("SIGKILL");
    });
    child.once("exit", () => {
      clearTimeout(timer);
      reject(new Error(`the pack ${pack} did not start: ${complaint}`));
    });
  });
}
