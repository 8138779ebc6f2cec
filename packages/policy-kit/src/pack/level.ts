/** Levels that the engine knows. */
export const levels = ["advisory", "mandatory", "remediate", "disabled"] as const;
export type Level = (typeof levels)[number];
