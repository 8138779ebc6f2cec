import { serve } from "./provider/serve";

/** Started by the engine with its own address; answers with the port, as every Pulumi plugin does. */
serve(process.argv[2], process.env).then(
  ({ port }) => process.stdout.write(`${port}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
