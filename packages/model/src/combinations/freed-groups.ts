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
  const staying = [...attachments.filter(({ consumer }) => !movers.includes(consumer)), ...connectors, ...capacityProviders];
  const created = new Map(network.securityGroups.map((group) => [group.key, group]));
  const mayUse = (group: Key): boolean =>
    staying.some(
      ({ securityGroups: { possible, open } }) => open || possible.some((one) => one === group || aliases.mayBeEqual(one, group)),
    );
  return keySet(groups).filter((key) => {
    const group = created.get(key);
    return group !== undefined && group.adopted !== true && group.otherUsers.length === 0 && !mayUse(key);
  });
}
