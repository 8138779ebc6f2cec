import * as pulumi from "@pulumi/pulumi";
import { join } from "node:path";

/** The modules in this folder that run in Lambda. */
export const PACKED_MODULES = ["lambda-calls", "retry-until-allowed", "trim-versions", "versions-to-trim"] as const;

/** The runtime includes the SDK. The SDK retries calls that Lambda throttles, however many functions are trimmed at the same time. */
const ENTRY = `const { Lambda } = require("@aws-sdk/client-lambda");
const { trimmer } = require("./trim-versions");
exports.handler = trimmer(new Lambda({ maxAttempts: 10 }));
`;

/** The arguments of a trimmer's function. In 300 seconds it can delete hundreds of versions. */
export const TRIMMER_CODE = {
  runtime: "nodejs24.x",
  handler: "index.handler",
  timeout: 300,
  code: new pulumi.asset.AssetArchive({
    "index.js": new pulumi.asset.StringAsset(ENTRY),
    ...Object.fromEntries(PACKED_MODULES.map((module) => [`${module}.js`, new pulumi.asset.FileAsset(join(__dirname, `${module}.js`))])),
  }),
};
