import { mkdirSync } from "node:fs";
import path from "node:path";

/** All files that the engine writes are in one folder, which can be deleted. Absolute paths. */
export interface StateFolder {
  /** PULUMI_HOME: the CLI's own settings. */
  readonly home: string;
  /** The stacks and their states, in Pulumi's file backend. */
  readonly backend: string;
  /** The simulated AWS account. */
  readonly account: string;
}

/** The state folder at `root`. Creates nothing. */
export function stateFolderAt(root: string): StateFolder {
  return { home: path.join(root, "home"), backend: path.join(root, "backend"), account: path.join(root, "account.jsonl") };
}

/** Makes the folders that the CLI expects to find. */
export function createStateFolder(state: StateFolder): void {
  mkdirSync(state.home, { recursive: true });
  mkdirSync(state.backend, { recursive: true });
}
