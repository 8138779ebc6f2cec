import type { Account } from "../account/account";
import type { Properties } from "../property/value";

/** Answers one of the provider's functions. `region` is always among the inputs. */
export type Lookup = (account: Account, inputs: Properties) => Properties;

export const lookups: ReadonlyMap<string, Lookup> = new Map();
