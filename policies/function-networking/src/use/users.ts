import {
  between,
  type Count,
  exactly,
  type Key,
  keySet,
  plus,
  type ResolvedAttachment,
  type Selection,
  type Uncertainty,
} from "@lambda-vpc/model";

/** The functions that use a resource, certainly or possibly. */
export interface Users {
  readonly certain: readonly Key[];
  /** By the cause of the uncertainty. */
  readonly possible: ReadonlyMap<Uncertainty, readonly Key[]>;
  /** The number of users. */
  readonly count: Count;
}

/** The use of a resource by one function: 0 or 1 with bounds, and the cause if it is uncertain. */
export interface Use {
  readonly count: Count;
  readonly cause?: Uncertainty;
}

/** Groups functions by their use of a resource; `useOf` returns undefined for functions that certainly do not use it. */
export function usersBy(attachments: readonly ResolvedAttachment[], useOf: (attachment: ResolvedAttachment) => Use | undefined): Users {
  const uses = attachments.flatMap((attachment) => {
    const use = useOf(attachment);
    return use === undefined ? [] : [{ consumer: attachment.consumer, ...use }];
  });
  const byCause = Map.groupBy(uses, ({ cause }) => cause);
  return {
    certain: keySet((byCause.get(undefined) ?? []).map(({ consumer }) => consumer)),
    possible: new Map(
      [...byCause].flatMap(([cause, some]) =>
        cause === undefined ? [] : [[cause, keySet(some.map(({ consumer }) => consumer))] as const],
      ),
    ),
    count: uses.map(({ count }) => count).reduce(plus, exactly(0)),
  };
}

/** The use of `key` by a list; `aliases` are keys that may be the same resource. */
export function useOf(
  key: Key,
  { certain, likely, possible, basis, uncertainty }: Selection,
  aliases: readonly Key[] = [],
): Use | undefined {
  if (certain.includes(key)) return { count: exactly(1, basis) };
  if (possible.includes(key)) return possibleUse(uncertainty ?? "list-unknown", likely.includes(key));
  return possible.some((one) => aliases.includes(one)) ? possibleUse("perhaps-same-resource", false) : undefined;
}

/** A use that a preview neither confirms nor excludes. */
export function possibleUse(cause: Uncertainty, likely: boolean): Use {
  return { count: between(0, likely ? 1 : 0, 1, "known"), cause };
}
