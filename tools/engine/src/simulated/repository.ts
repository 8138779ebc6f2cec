import path from "node:path";

/** Where the parts of this repository lie that an engine needs. Absolute paths. */
export interface Repository {
  readonly root: string;
  /** Holds the executable `pulumi-resource-aws`, the simulated provider. */
  readonly providerFolder: string;
  /** The program that inspects and seeds the simulated account. */
  readonly accountCommand: string;
  /** Executables of the installed npm packages, among them the pinned Node.js. */
  readonly npmExecutables: string;
}

/** The repository at `root`; without one, the repository that this file belongs to. */
export function repositoryAt(root: string = path.resolve(__dirname, "../../../..")): Repository {
  return {
    root,
    providerFolder: path.join(root, "packages/simulated-aws/bin"),
    accountCommand: path.join(root, "packages/simulated-aws/dist/command.js"),
    npmExecutables: path.join(root, "node_modules/.bin"),
  };
}
