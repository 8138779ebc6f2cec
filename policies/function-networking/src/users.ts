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

/** The functions that use something: some for certain, others perhaps. One that nothing ties to it is neither. */
export interface Users {
  readonly surely: readonly Key[];
  /** By the reason why it is not certain. */
  readonly perhaps: ReadonlyMap<Uncertainty, readonly Key[]>;
  /** How many they are. */
  readonly count: Count;
}

/** Whether a function uses something: the number of it that counts, and why it is not certain. */
export interface Use {
  readonly count: Count;
  readonly doubt?: Uncertainty;
}

/** Sorts functions by their use of something; `useOf` has none for those that nothing ties to it. */
export function usersBy(attachments: readonly ResolvedAttachment[], useOf: (attachment: ResolvedAttachment) => Use | undefined): Users {
  const uses = attachments.flatMap((attachment) => {
    const use = useOf(attachment);
    return use === undefined ? [] : [{ consumer: attachment.consumer, ...use }];
  });
  const doubtful = Map.groupBy(uses, ({ doubt }) => doubt);
  return {
    surely: keySet((doubtful.get(undefined) ?? []).map(({ consumer }) => consumer)),
    perhaps: new Map(
      [...doubtful].flatMap(([doubt, some]) =>
        doubt === undefined ? [] : [[doubt, keySet(some.map(({ consumer }) => consumer))] as const],
      ),
    ),
    count: uses.map(({ count }) => count).reduce(plus, exactly(0)),
  };
}

/** The use that a list makes of `key`; `twins` are keys that may turn out to be the same thing. */
export function useOf(key: Key, { certain, likely, possible, basis, uncertainty }: Selection, twins: readonly Key[] = []): Use | undefined {
  if (certain.includes(key)) return { count: exactly(1, basis) };
  if (possible.includes(key)) return perhaps(uncertainty ?? "list-unknown", likely.includes(key));
  return possible.some((one) => twins.includes(one)) ? perhaps("perhaps-same-resource", false) : undefined;
}

/** A use that a preview neither shows nor rules out. */
export function perhaps(doubt: Uncertainty, likely: boolean): Use {
  return { count: between(0, likely ? 1 : 0, 1, "known"), doubt };
}
