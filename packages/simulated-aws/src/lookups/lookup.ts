import type { Account } from "../account/store/account";
import type { Properties } from "../property/value";

/** A function of the provider. The inputs always contain `region`. Throws `AwsError` unless there is exactly one result. */
export type Lookup = (account: Account, inputs: Properties) => Properties;
