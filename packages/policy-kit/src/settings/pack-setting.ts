import type { Fields } from "../configuration/configuration";
import type { PolicyData } from "../policy/define-policy";

/**
 * A setting that all policies of a pack share, configured under its own name. The engine passes a configuration only to the policy of that
 * name, so for the engine a setting is a policy. It also checks itself.
 */
export interface PackSetting<F extends Fields = Fields> extends PolicyData {
  readonly config: F;
}
