import type { Row } from "./row";

/** A resource of a type that the account knows nothing of. */
export interface PassThroughResource extends Row {
  readonly type: string;
}
