import { parseArgs } from "node:util";
import { bridgeProvider } from "./bridge-provider";
import { compare } from "./comparison/comparison";
import { generatedProgram } from "./programs/generated-program";

const USAGE = "usage: npm run bridge -- [--programs N] [--seed S]";

/** Compares as many programs as asked for, one after the other, prints where policies see different things, and then ends with 1. */
async function main(): Promise<void> {
  const { programs, seed } = readRequest();
  const provider = await bridgeProvider();
  if ("reason" in provider) throw new Error(`The provider on the Terraform bridge cannot be built: ${provider.reason}.`);
  let different = 0;
  for (let next = seed; next < seed + programs; next += 1) {
    const differences = await compare(generatedProgram(next), provider.folder);
    if ((next - seed + 1) % 20 === 0) process.stderr.write(`${next - seed + 1} of ${programs} programs compared\n`);
    if (differences.length === 0) continue;
    different += 1;
    process.stdout.write(`program ${next} (npm run bridge -- --programs 1 --seed ${next}):\n${differences.join("\n")}\n`);
  }
  process.stdout.write(`${programs} programs compared, ${different} with differences\n`);
  process.exitCode = different > 0 ? 1 : 0;
}

function readRequest(): { readonly programs: number; readonly seed: number } {
  const { values } = parseArgs({ options: { programs: { type: "string", default: "10" }, seed: { type: "string", default: "1" } } });
  const [programs, seed] = [Number(values.programs), Number(values.seed)];
  if (!Number.isInteger(programs) || programs < 1) throw new Error(`--programs must be a positive integer\n${USAGE}`);
  if (!Number.isInteger(seed)) throw new Error(`--seed must be an integer\n${USAGE}`);
  return { programs, seed };
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
