import { serve } from "./provider/serve";

/*
 * Started by the engine with its own address; answers with the port, as every Pulumi plugin does. The engine puts each provider into a process
 * group of its own and holds its standard input: the end of that input is the end of an engine that could not say goodbye.
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
