import type { Pack } from "./policy-pack";
import { isRecord } from "../configuration/is-record";

/** Whether a value is a pack. It finds the packs among the exports of a module. */
export function isPack(value: unknown): value is Pack {
  return isRecord(value) && typeof value["name"] === "string" && Array.isArray(value["policies"]) && value["policies"].every(isPolicy);
}

function isPolicy(value: unknown): boolean {
  return isRecord(value) && typeof value["id"] === "string" && isRecord(value["config"]) && typeof value["evaluate"] === "function";
}
