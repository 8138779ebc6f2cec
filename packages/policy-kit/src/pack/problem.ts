import type { Mistake } from "../configuration/configuration";

/** A mistake in a pack's configuration, much of which the engine silently accepts. */
export interface Problem extends Mistake {
  /** The policy or setting, as the file names it; absent where the file as a whole is wrong. */
  readonly policy?: string;
  readonly key?: string;
}
