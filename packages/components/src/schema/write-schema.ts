import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inferSchema } from "./infer-schema";

const folder = join(__dirname, "../..");

writeFileSync(join(folder, "schema.json"), `${JSON.stringify(inferSchema(folder), null, 2)}\n`);
