import { type Engine, EngineError, openEngine, ProcessEnded } from "@lambda-vpc/engine";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Showing, showings } from "./showings";
import { readFigures, sideBySide } from "./side-by-side";

const repository = resolve(__dirname, "../../..");
const state = join(repository, ".state/demo");
const pack = join(repository, "policies/eni-consolidation");

/** Previews a bad network and its repaired twin on stacks that do not exist yet. Ends 0 when the first was refused and the second passed. */
async function main(): Promise<void> {
  rmSync(state, { recursive: true, force: true });
  const engine = await openEngine({ stateDirectory: state });
  try {
    const rows = [];
    for (const showing of showings) rows.push(await show(engine, showing));
    process.stdout.write(`\n${sideBySide(rows)}\n`);
  } finally {
    await engine.close();
  }
}

async function show(engine: Engine, { title, example, refused }: Showing): Promise<{ title: string } & ReturnType<typeof readFigures>> {
  const program = join(state, example);
  mkdirSync(program, { recursive: true });
  cpSync(join(repository, "examples", example), program, { recursive: true });
  await engine.pulumi(["-C", program, "stack", "init", "dev"]);

  process.stdout.write(`\n$ pulumi -C examples/${example} preview --policy-pack policies/eni-consolidation\n`);
  const preview = await engine.pulumi(["-C", program, "--color", "never", "preview", "--stack", "dev", "--policy-pack", pack]);
  process.stdout.write(preview.stdout + preview.stderr);
  if ((preview.exitCode !== 0) !== refused) throw new Error(`${example} should have been ${refused ? "refused" : "accepted"}, but was not`);
  process.stdout.write(refused ? "→ refused, and nothing was created\n" : "→ accepted\n");

  const figures = join(repository, "tools/demo/tell-combinations.json");
  const told = await engine.pulumi([
    "-C",
    program,
    "--color",
    "never",
    "preview",
    "--stack",
    "dev",
    "--policy-pack",
    pack,
    "--policy-pack-config",
    figures,
  ]);
  return { title, ...readFigures(told.stdout + told.stderr) };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof EngineError ? error.exitCode : error instanceof ProcessEnded ? 124 : 1;
});
