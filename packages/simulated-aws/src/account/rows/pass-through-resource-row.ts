import type { Row } from "./row";

/** A resource of a type that the simulation does not model. */
export interface PassThroughResource extends Row {
  readonly type: string;
}
