import type { Account } from "../../account/store/account";
import type { RunInAccount } from "../../invocation/lambda-sdk";
import type { Properties } from "../../property/value";
import type { CheckFailure } from "../../schema/coerce";
import type { Fields } from "../../schema/field";

/** A thing that came to be, or changed. */
export interface ResourceResult {
  readonly id: string;
  /** How many network interfaces AWS had to make for it: that takes time. */
  readonly interfacesCreated?: number;
}

/** What happens to a resource. */
export type Action = "create" | "update" | "delete";

/**
 * A resource type: its fields as data, and what creating, changing and removing one does to the account. Inputs arrive checked and known, with
 * defaults filled in and sets in order.
 */
export interface ResourceType {
  readonly token: string;
  readonly fields: Fields;
  /** Written for Terraform's plugin framework instead of SDKv2: outputs leave out what has no value, and all tags are the provider's to work out. */
  readonly framework?: true;
  /** What is wrong with inputs that are each right by themselves. Inputs may hold unknowns. */
  readonly validate?: (inputs: Properties) => readonly CheckFailure[];
  /** Fields whose change replaces the resource this time, beside those that always do. */
  readonly replacedBy?: (planned: Properties, old: Properties) => readonly string[];
  /** Computed fields that a change of `changed` fields makes unknown until it is done. */
  readonly recomputedBy?: (changed: readonly string[], inputs: Properties) => readonly string[];
  /**
   * What is done before the account's own operation and takes its time, such as running code that itself calls the account. What it gives joins the
   * inputs. `before` are the values so far, where there are some.
   */
  readonly prepare?: (run: RunInAccount, action: Action, inputs: Properties, before?: Properties) => Promise<Properties>;
  readonly create: (account: Account, inputs: Properties) => ResourceResult;
  /** What the account says of the thing with this id, whose outputs so far were `outputs`; undefined when there is none. */
  readonly describe: (account: Account, id: string, outputs: Properties) => Properties | undefined;
  /** `inputs` hold, for what the program leaves to AWS, the values so far; `outputs` are all values so far. */
  readonly update?: (account: Account, id: string, inputs: Properties, outputs: Properties) => ResourceResult;
  readonly remove: (account: Account, id: string, outputs: Properties) => void;
  /** Until when, in milliseconds since 1970, removal has to wait for AWS to finish something; undefined when there is nothing to wait for. */
  readonly busyUntil?: (account: Account, id: string) => number | undefined;
}
