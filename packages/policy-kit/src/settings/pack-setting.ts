import type { Fields } from "../configuration/configuration";
import type { PolicyData } from "../policy/define-policy";

/**
 * A setting that all policies of a pack share, configured under a name of its own. The engine hands a configuration to the policy of that
 * name alone, so a setting is a policy to it: one that also checks itself.
 */
export interface PackSetting<F extends Fields = Fields> extends PolicyData {
  readonly config: F;
}
