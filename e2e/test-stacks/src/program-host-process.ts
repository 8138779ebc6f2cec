import { dirname } from "node:path";
import { type InlineProgram, serveInline } from "./inline-program";

/** A program that a host runs. */
export interface HostedProgram {
  /** Its JavaScript. It runs in its folder. */
  readonly file: string;
  /** Variables that it sees, and no other program. */
  readonly environment: Readonly<Record<string, string>>;
}

const own = { ...process.env };
let served: InlineProgram | undefined;

process.on("message", (program: HostedProgram) => void host(program));
process.on("disconnect", () => process.exit());

async function host({ file, environment }: HostedProgram): Promise<void> {
  served?.close();
  process.chdir(dirname(file));
  process.env = { ...own, ...environment };
  served = await serveInline(file);
  process.send?.(served.flags);
}
