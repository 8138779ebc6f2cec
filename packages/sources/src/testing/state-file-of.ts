import { type Resource, settled } from "./program";
import { serializedView } from "./serialized-view";
import type { JsonObject } from "./terraform-bridge";

/** What `pulumi stack export` prints once a program is deployed; `change` may add to its resources or move them. */
export function stateFileOf(
  program: readonly Resource[],
  change = (resources: readonly JsonObject[]): readonly JsonObject[] => resources,
): string {
  return JSON.stringify({
    version: 3,
    deployment: { manifest: { version: "v3.259.0" }, resources: change(serializedView(settled(program))), metadata: {} },
  });
}
