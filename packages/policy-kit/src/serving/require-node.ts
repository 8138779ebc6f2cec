import { unsupportedNode } from "../supported-node";
import { endProcess } from "./end-process";

// Imported before anything else is loaded: on an older Node.js a policy would fail at its first call, as if it had a bug.
const reason = unsupportedNode("This policy pack", { version: process.versions.node, executable: process.execPath });
if (reason !== undefined) endProcess(reason);
