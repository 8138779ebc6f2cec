/** The creation date of all resources. An account has no clock, so that equal accounts have equal outputs. */
export const CREATION_DATE = "2026-01-01T00:00:00Z";
