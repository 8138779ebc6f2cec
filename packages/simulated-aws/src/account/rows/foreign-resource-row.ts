import type { Row } from "./row";

/** A resource of a type that the account knows nothing of. */
export interface ForeignResource extends Row {
  readonly type: string;
}
