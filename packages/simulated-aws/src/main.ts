import { serve } from "./provider/serve";

/*
 * The engine starts this process with its own address and reads the port from standard output, as for every Pulumi plugin. It puts each
 * provider into a separate process group and holds its standard input: when that input ends, the engine has ended, even if it crashed.
 */
const [, , engine] = process.argv;

if (engine !== undefined) process.stdin.resume().on("close", () => process.exit());

serve(engine, process.env).then(
  ({ port }) => process.stdout.write(`${port}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
