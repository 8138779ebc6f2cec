import type { Account } from "../../account/store/account";
import type { RunInAccount } from "../../account/store/run-in-account";
import type { Properties } from "../../property/value";
import type { CheckFailure } from "../../schema/coerce";
import type { Fields } from "../../schema/field";

/** A created or updated resource. */
export interface ResourceResult {
  readonly id: string;
  /** The number of network interfaces that AWS created for it, which takes time. */
  readonly interfacesCreated?: number;
}

/** The operation on a resource. */
export type Action = "create" | "update" | "delete";

/**
 * A resource type: its fields as data, and the effect of its operations on the account. Inputs are checked and known, with defaults filled
 * in and sets sorted.
 */
export interface ResourceType {
  readonly token: string;
  readonly fields: Fields;
  /** Built on Terraform's plugin framework instead of SDKv2: outputs omit absent values, and the provider computes all tags. */
  readonly framework?: true;
  /**
   * Its outputs are made up, so changes are those of the inputs. Values that AWS adds inside lists would otherwise differ from the plan.
   */
  readonly passesThrough?: true;
  /** Validates the inputs together. Inputs may contain unknown values. */
  readonly validate?: (inputs: Properties) => readonly CheckFailure[];
  /** Fields whose change replaces the resource in this case, in addition to those that always do. */
  readonly replacedBy?: (planned: Properties, old: Properties) => readonly string[];
  /** Computed fields that become unknown when the `changed` fields change. */
  readonly recomputedBy?: (changed: readonly string[], inputs: Properties) => readonly string[];
  /**
   * Runs before the operation on the account and may take time, such as running code that calls the account. Its result is added to the
   * inputs. `before` holds the previous values, if there are any.
   */
  readonly prepare?: (run: RunInAccount, action: Action, inputs: Properties, before?: Properties) => Promise<Properties>;
  /** What AWS does after the creation, and the time until then in milliseconds. The provider waits for it. */
  readonly settling?: { readonly time: number; readonly finish: (account: Account, id: string) => void };
  readonly create: (account: Account, inputs: Properties) => ResourceResult;
  /** The outputs of the resource with this id. `outputs` holds the previous ones. Undefined if there is no such resource. */
  readonly describe: (account: Account, id: string, outputs: Properties) => Properties | undefined;
  /** `inputs` holds the previous values of what the program leaves to AWS. `outputs` holds all previous values. */
  readonly update?: (account: Account, id: string, inputs: Properties, outputs: Properties) => ResourceResult;
  readonly remove: (account: Account, id: string, outputs: Properties) => void;
  /** The time until which deletion must wait for AWS, in milliseconds since 1970. Undefined if it need not wait. */
  readonly busyUntil?: (account: Account, id: string, outputs: Properties) => number | undefined;
}
