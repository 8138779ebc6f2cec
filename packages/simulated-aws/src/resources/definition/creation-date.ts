/** When everything was made: an account has no clock, so that two of them never differ by theirs. */
export const DATE = "2026-01-01T00:00:00Z";
