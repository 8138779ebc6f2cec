import type { Fields } from "../configuration/configuration";
import type { PolicyData } from "../policy/define-policy";

/**
 * What all policies of a pack listen to, configured under a name of its own beside them. The engine hands a configuration to the policy of that
 * name alone, so a setting is a policy to it: one that also checks itself.
 */
export interface PackSetting<F extends Fields = Fields> extends PolicyData {
  readonly config: F;
}
