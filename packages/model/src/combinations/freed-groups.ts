import type { ResolvedNetwork } from "./resolved-network";
import { type Key, keySet } from "../facts/key";

/**
 * The groups among `groups` that nothing of the stack uses once `movers` no longer use them. The stack creates them, so it can delete them.
 * Law: no attachment other than those of `movers` may use a freed group, whatever the unknowns turn out to be.
 */
export function freedGroups(
  { network, aliases, attachments, connectors, capacityProviders }: ResolvedNetwork,
  groups: readonly Key[],
  movers: readonly Key[],
): readonly Key[] {
  const moving = new Set(movers);
  const staying = [...attachments.filter(({ consumer }) => !moving.has(consumer)), ...connectors, ...capacityProviders];
  if (staying.some(({ securityGroups }) => securityGroups.open)) return [];
  const used = new Set(staying.flatMap(({ securityGroups }) => securityGroups.possible.map((key) => aliases.representative(key))));
  const created = new Map(network.securityGroups.map((group) => [group.key, group]));
  return keySet(groups).filter((key) => {
    const group = created.get(key);
    return group !== undefined && group.adopted !== true && group.otherUsers.length === 0 && !used.has(aliases.representative(key));
  });
}
