import type { Properties } from "./value";

/** What a deployment leaves of a resource: what the next preview knows of it. */
export interface Deployed {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
  /** How often it was replaced. */
  readonly generation: number;
}

export type State = ReadonlyMap<string, Deployed>;
