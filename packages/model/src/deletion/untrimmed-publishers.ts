import { type Key, keySet } from "../facts/key";
import type { Network } from "../facts/network";

/** The functions whose published versions stay in the account, each with the groups and subnets that it was published with. */
export interface UntrimmedPublishers {
  readonly certain: readonly Key[];
  /** Whether they publish is unknown. */
  readonly possible: readonly Key[];
}

/** The functions of a stack that publish versions which the stack does not delete (docs/aws-facts.md#published-versions). */
export function untrimmedPublishers({ functions = [] }: Network): UntrimmedPublishers {
  const untrimmed = functions.filter(({ trimmed }) => trimmed !== true);
  return {
    certain: keySet(untrimmed.flatMap(({ key, publishes }) => (publishes?.ok === true && publishes.value ? [key] : []))),
    possible: keySet(untrimmed.flatMap(({ key, publishes }) => (publishes?.ok === false ? [key] : []))),
  };
}
