import { type Engine, openEngine } from "@lambda-vpc/engine";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { progress } from "./progress";

const repository = resolve(__dirname, "../..");

/** AWS's 20 minutes until Lambda deletes an interface take 12 seconds. At 0, a destroy in the wrong order orphans none. */
const TIME_SCALE = "0.01";

interface ProductProgram {
  readonly label: string;
  readonly folder: string;
}

/** One product, written three times. Each has the same functions, data, queues and API. */
const PROGRAMS: readonly ProductProgram[] = [
  { label: "our components", folder: join(repository, "examples/12-a-product") },
  { label: "@pulumi/aws", folder: join(repository, "bench/programs/product-by-hand") },
  { label: "awsx's shape", folder: join(repository, "bench/programs/product-awsx") },
];

/** 15 more functions and one more zone: from 25 functions to 40, and from two zones to three. */
export function grownProduct(source: string): string {
  const last = /^ {2}"track-parcel": .*\n/m.exec(source)?.[0];
  if (last === undefined || !source.includes(TWO_ZONES)) throw new Error("The product has no function track-parcel, or not two zones.");
  const more = Array.from({ length: 15 }, (_, index) =>
    last.replace("track-parcel", `track-parcel-${index}`).replace("/parcels/", `/parcels/${index}/`),
  );
  return source.replaceAll(TWO_ZONES, `${TWO_ZONES.slice(0, -1)}, "us-east-1c"]`).replace(last, last + more.join(""));
}

const TWO_ZONES = '["us-east-1a", "us-east-1b"]';

/** Deploys each program on simulated AWS, lets it grow, and destroys it, in turn, in one run. Times are wall times in seconds. */
export async function measureProduct(scratch: string): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const { label, folder } of PROGRAMS) {
    progress(`product, ${label}`);
    for (const [name, value] of Object.entries(await measure(join(scratch, label.replace(/\W/g, "-")), folder)))
      figures[`product, ${label}: ${name}`] = value;
  }
  return figures;
}

async function measure(scratch: string, folder: string): Promise<Record<string, number>> {
  const program = join(scratch, "program");
  mkdirSync(scratch, { recursive: true });
  cpSync(folder, program, { recursive: true, filter: (path) => !/node_modules|Pulumi\.[^/]+\.yaml$/.test(path) });
  const engine = await openEngine({ stateDirectory: join(scratch, "state") });
  const run = async (...command: readonly string[]): Promise<{ readonly seconds: number; readonly stdout: string }> => {
    const start = process.hrtime.bigint();
    const { exitCode, stdout, stderr } = await engine.pulumi(["-C", program, "--non-interactive", ...command], {
      environment: { SIMULATED_AWS_TIME_SCALE: TIME_SCALE },
      timeoutSeconds: 3600,
    });
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (exitCode !== 0) throw new Error(`${command.join(" ")} ended with ${exitCode}:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
    return { seconds, stdout };
  };
  try {
    await run("stack", "init", "dev");
    const source = readFileSync(join(program, "index.ts"), "utf8");
    const preview = await run("preview", "--stack", "dev");
    const planned = await run("preview", "--stack", "dev", "--json");
    const update = await run("up", "--stack", "dev", "--yes", "--skip-preview");
    const first = await interfaces(engine);
    writeFileSync(join(program, "index.ts"), grownProduct(source));
    const growth = await run("up", "--stack", "dev", "--yes", "--skip-preview");
    const grown = await interfaces(engine);
    const teardown = await run("destroy", "--stack", "dev", "--yes", "--skip-preview");
    return {
      lines: source.split("\n").filter((line) => line.trim() !== "" && !/^(\/\/|\/\*)/.test(line.trim())).length,
      resources: resourcesOf(planned.stdout),
      "interfaces of Lambda": first.held,
      "interfaces of Lambda, 40 functions and three zones": grown.held,
      "preview (s)": preview.seconds,
      "first update (s)": update.seconds,
      "update to 40 functions and three zones (s)": growth.seconds,
      "teardown (s)": teardown.seconds,
      "orphaned interfaces": (await interfaces(engine)).orphaned,
    };
  } finally {
    await engine.close();
  }
}

/** The resources of a preview that a provider creates. */
function resourcesOf(preview: string): number {
  const { steps } = JSON.parse(preview) as { readonly steps: readonly { readonly urn: string }[] };
  return steps.filter(({ urn }) => urn.split("::")[2]?.split("$").at(-1)?.startsWith("aws:") === true && !/Subscription::/.test(urn))
    .length;
}

interface Interface {
  readonly interfaceType: string;
  readonly orphaned: boolean;
}

async function interfaces(engine: Engine): Promise<{ readonly held: number; readonly orphaned: number }> {
  const { stdout, stderr, exitCode } = await engine.simulatedAws(["enis", "--json"]);
  if (exitCode !== 0) throw new Error(`enis --json failed: ${stderr}`);
  const all = (JSON.parse(stdout) as readonly Interface[]).filter(({ interfaceType }) => interfaceType === "lambda");
  return { held: all.filter(({ orphaned }) => !orphaned).length, orphaned: all.filter(({ orphaned }) => orphaned).length };
}
