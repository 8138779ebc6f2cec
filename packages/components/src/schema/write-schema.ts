import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inferSchema } from "./infer-schema";

const folder = join(__dirname, "../..");

/**
 * The script `schema` prints it again with the engine, without the version, so that the committed file equals the output of `pulumi
 * package get-schema`.
 */
writeFileSync(join(folder, "schema.json"), `${JSON.stringify(inferSchema(folder), null, 2)}\n`);
