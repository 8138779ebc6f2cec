import type { Account } from "../account/store/account";
import type { Properties } from "../property/value";

/** Answers one of the provider's functions. `region` is always among the inputs. Throws `AwsError` where there is no one answer. */
export type Lookup = (account: Account, inputs: Properties) => Properties;
