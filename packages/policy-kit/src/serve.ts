import { PolicyPack } from "@pulumi/policy";
import { type Pack, packArguments } from "./policy-pack";

/**
 * Serves a pack to the engine: for the entry that the engine starts, and for nothing else. It starts a server and prints its port, one a
 * process (source: `PolicyPack` of @pulumi/policy), which is why it has an entry of its own.
 */
export function servePack(pack: Pack): void {
  new PolicyPack(pack.name, packArguments(pack));
}
