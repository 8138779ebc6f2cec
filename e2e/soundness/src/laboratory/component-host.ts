import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A process that builds the components of one package for whichever engine asks. */
export interface ComponentHost {
  readonly port: number;
  close(): void;
}

const BOOT_SECONDS = 60;

/**
 * Starts the component package in `folder` once, for engines to attach to (`PULUMI_DEBUG_PROVIDERS`): left to themselves they start it for every
 * run, and loading @pulumi/aws there takes longer than the run. It ends with this process at the latest.
 * Throws if it does not print its port in time.
 */
export async function startComponentHost(folder: string): Promise<ComponentHost> {
  const child = spawn(process.execPath, [folder], { stdio: ["ignore", "pipe", "inherit"] });
  const end = (): void => void child.kill("SIGKILL");
  process.once("exit", end);
  const close = (): void => {
    process.off("exit", end);
    end();
  };
  const lines = createInterface({ input: child.stdout });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`the component host in ${folder} told no port in ${BOOT_SECONDS} s`)),
        BOOT_SECONDS * 1000,
      );
      lines.once("line", (line) => resolve(Number(line)));
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`the component host in ${folder} ended with ${code} before it told its port`)));
      lines.once("line", () => clearTimeout(timer));
      child.once("exit", () => clearTimeout(timer));
    });
    return { port, close };
  } catch (error) {
    close();
    throw error;
  }
}
