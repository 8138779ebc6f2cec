/** One step of `npm test`: a command, and how long it may take. */
export interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly minutes: number;
}

/** Every check of this repository, the most informative failures first. The build comes first: the engine runs compiled packs. */
export const steps: readonly Step[] = [
  { name: "types", command: ["nx", "run-many", "-t", "build", "typecheck", "--outputStyle=static"], minutes: 10 },
  { name: "lint", command: ["npm", "run", "--silent", "lint"], minutes: 15 },
  { name: "format", command: ["prettier", "--check", "--log-level=warn", "."], minutes: 5 },
  { name: "generated documents", command: ["node", "packages/workspace/dist/documents.js", "--check"], minutes: 5 },
  { name: "packages as published", command: ["node", "tools/release/dist/main.js", "check"], minutes: 5 },
  { name: "unit tests", command: ["nx", "run-many", "-t", "test", "--outputStyle=static"], minutes: 15 },
  {
    name: "the language host's tests",
    command: ["node", "tools/verify/dist/go-tests.js", "tools/engine/from-source", ".test-results/tools/engine-go.json"],
    minutes: 10,
  },
  // On a new machine this builds a CLI, which takes longer than any test may.
  { name: "a Pulumi engine", command: ["node", "tools/engine/dist/main.js", "pulumi", "version"], minutes: 30 },
  { name: "end-to-end tests", command: ["jest", "--config", "e2e/jest.config.cjs"], minutes: 45 },
];
