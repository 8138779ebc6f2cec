import { PolicyPack } from "@pulumi/policy";
import * as sdk from "@pulumi/policy/version";
import { initialConfiguration, type Pack, packArguments } from "./pack/policy-pack";

/**
 * Serves a pack to the engine: for the entry that the engine starts, and for nothing else. It starts a server and prints its port, one a
 * process (docs/engine-facts.md#pack-server), so it has a separate entry.
 */
export function servePack(pack: Pack): void {
  new PolicyPack(pack.name, packArguments(pack, today, sdkVersion), initialConfiguration(pack));
}

/** The version of the SDK, which its types leave out. */
const { version: sdkVersion } = sdk as { readonly version?: string };

/** The day in UTC. Waivers expire; nothing else here looks at a clock. */
function today(): string {
  // eslint-disable-next-line no-restricted-syntax -- the entry is the edge: the day is passed in from here
  return new Date().toISOString().slice(0, 10);
}
