import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inferSchema } from "./infer-schema";

const folder = join(__dirname, "../..");

/** The engine prints it anew (the script `schema`), without the version, so that what is committed is what `pulumi package get-schema` prints. */
writeFileSync(join(folder, "schema.json"), `${JSON.stringify(inferSchema(folder), null, 2)}\n`);
