/**
 * The Pulumi CLI this repository is pinned to: what its Go module builds and what its npm package downloads. A test holds go.mod and
 * package.json to it.
 */
export const engineVersion = "3.259.0";

/**
 * The CLIs on PATH that will do. Not older than the pinned one: what policies are sent of a resource (parents, dependencies of a
 * property, inputs under `policy analyze`) grew from release to release, and every promise here was observed on the pinned one.
 * Not 4: a new major version may change any of it.
 */
export const acceptedEngines = `>=${engineVersion} <4.0.0`;

/** The oldest Go that builds the pinned CLI (the `go` line of its go.mod); newer patch releases are fetched by Go itself. */
export const acceptedGo = ">=1.25.0";
