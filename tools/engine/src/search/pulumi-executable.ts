import path from "node:path";

/** A Pulumi CLI that is ready to run. */
export interface PulumiExecutable {
  /** Absolute path. Its language host for Node.js is next to it or on PATH. */
  readonly path: string;
  /** Where it comes from, for people who wonder. */
  readonly origin: "LAMBDA_VPC_PULUMI" | "PATH" | "npm package" | "Go module";
}

/** One way to a CLI was tried and led to none: why, in words that end a sentence. */
export interface DeadEnd {
  readonly origin: PulumiExecutable["origin"];
  readonly reason: string;
}

export function isDeadEnd(outcome: PulumiExecutable | DeadEnd): outcome is DeadEnd {
  return "reason" in outcome;
}

/** The folder to put on PATH for `executable`. */
export function engineFolderOf(executable: PulumiExecutable): string {
  return path.dirname(executable.path);
}
