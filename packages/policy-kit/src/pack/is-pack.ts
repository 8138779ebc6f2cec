import type { Pack } from "./policy-pack";
import { isRecord } from "../configuration/is-record";

/** Whether a value is a pack: what a module that exports packs among other things is searched for. */
export function isPack(value: unknown): value is Pack {
  return isRecord(value) && typeof value["name"] === "string" && Array.isArray(value["policies"]) && value["policies"].every(isPolicy);
}

function isPolicy(value: unknown): boolean {
  return isRecord(value) && typeof value["id"] === "string" && isRecord(value["config"]) && typeof value["evaluate"] === "function";
}
