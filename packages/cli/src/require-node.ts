import { unsupportedNode } from "@lambda-vpc/policy-kit/supported-node";
import { writeSync } from "node:fs";
import { exitCodes } from "./command/exit-codes";

// Imported before anything else is loaded. An older Node.js can read this file; the commands may need what it lacks.
const reason = unsupportedNode("lambda-vpc", { version: process.versions.node, executable: process.execPath });
if (reason !== undefined) {
  // A write that is not synchronous may be lost by the exit.
  writeSync(2, `${reason}\n`);
  process.exit(exitCodes.oldNode);
}
