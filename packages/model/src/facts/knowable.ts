import type { Result } from "../count/result";

/** A fact that a preview may not show: its value, or why it does not show. */
export type Knowable<T> = Result<T>;
