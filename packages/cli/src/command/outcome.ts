import { printable } from "@lambda-vpc/policy-kit";
import { lineInColor } from "./line-in-color";

/** The result of a command. Exit codes below 64 and 255 may come from the Pulumi CLI. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: Lines | Document;
  readonly stderr: Lines;
  /** What is left to do, and its result, which is written after this one. Absent if the command is done: only a command that waits for a host is not. */
  readonly remaining?: () => Promise<Outcome>;
}

/** What a person reads, without line breaks. Names of files and parts of them may stand in a line, whatever they hold. */
export type Lines = readonly string[];

/** What a program reads, such as a configuration or a patch. It is written as it is, unless a terminal gets it. */
export interface Document {
  readonly document: string;
}

/** What a process writes, and its exit code. */
export interface Written {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What is left to do, and what the process writes then. Its exit code is that of the process. */
  readonly remaining?: () => Promise<Written>;
}

/** What is known of the standard output. */
export interface OutputStream {
  /** Set if it is a terminal. */
  readonly terminal?: true;
  /** Set if it shows colours. */
  readonly colors?: true;
}

/**
 * The texts of a result. Everything that a command prints passes here. Law: a terminal, and a log of a CI system, shows each line and obeys none, and
 * there are as many lines as the command states.
 */
export function written({ exitCode, stdout, stderr, remaining }: Outcome, output: OutputStream): Written {
  return {
    exitCode,
    stdout:
      "document" in stdout ? documentText(stdout, output.terminal) : lineText(stdout, output.colors === true ? lineInColor : undefined),
    stderr: lineText(stderr),
    ...(remaining === undefined ? {} : { remaining: async () => written(await remaining(), output) }),
  };
}

function documentText({ document }: Document, terminal: true | undefined): string {
  return terminal === undefined ? document : document.split("\n").map(printable).join("\n");
}

function lineText(lines: Lines, style: (line: string) => string = (line) => line): string {
  return lines.map((line) => `${style(printable(line))}\n`).join("");
}
