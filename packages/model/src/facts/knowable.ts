import type { Result } from "../count/result";

/** A fact that may be unknown at preview: its value, or why it is unknown. */
export type Knowable<T> = Result<T>;
