import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { formatProviderSchema, readProviderSchema } from "./provider-schema/provider-schema";

/**
 * `npm run provider-schema` writes the data of simulated AWS that follow from the SDK of the provider. With `--check` it only compares.
 * Exit code 1 if they are stale.
 */
const file = resolve(__dirname, "../../simulated-aws/data/provider-schema.json");
const due = formatProviderSchema(readProviderSchema(require.resolve("@pulumi/aws/package.json")));
if (!existsSync(file) || readFileSync(file, "utf8") !== due) {
  if (process.argv.includes("--check")) {
    process.stderr.write("packages/simulated-aws/data/provider-schema.json is stale: run `npm run provider-schema` and commit the file.\n");
    process.exitCode = 1;
  } else writeFileSync(file, due);
}
