import type { Regional } from "./row";

export interface LogGroup extends Regional {
  readonly retentionInDays: number;
}
