import * as pulumi from "@pulumi/pulumi";
import { join } from "node:path";

/** What is packed: the modules beside this one that run in Lambda. */
export const PACKED_MODULES = ["lambda-calls", "retry-until-allowed", "trim-versions", "versions-to-trim"] as const;

/** The SDK comes with the runtime. It repeats calls that Lambda throttles, however many functions are trimmed at once. */
const ENTRY = `const { Lambda } = require("@aws-sdk/client-lambda");
const { trimmer } = require("./trim-versions");
exports.handler = trimmer(new Lambda({ maxAttempts: 10 }));
`;

/** Of a trimmer's function what makes it one; it has 300 seconds to delete hundreds of versions of a function that has many. */
export const TRIMMER_CODE = {
  runtime: "nodejs24.x",
  handler: "index.handler",
  timeout: 300,
  code: new pulumi.asset.AssetArchive({
    "index.js": new pulumi.asset.StringAsset(ENTRY),
    ...Object.fromEntries(PACKED_MODULES.map((module) => [`${module}.js`, new pulumi.asset.FileAsset(join(__dirname, `${module}.js`))])),
  }),
};
