import type { Command } from "./command";
import type { Flags } from "./flags";
import type { Lines } from "./outcome";

/** The commands by their names. */
export type Commands = Readonly<Record<string, Command>>;

/** What every command is for, and how to learn more. */
export function overview(commands: Commands): Lines {
  const lines = Object.entries(commands).map(([name, { summary }]) => [name, summary] as const);
  return [
    "lambda-vpc COMMAND [ARGUMENTS]",
    "",
    ...columns(lines),
    "",
    "Flags and examples of a command: lambda-vpc COMMAND --help",
    "All exit codes: README.md of @lambda-vpc/cli",
  ];
}

/** The help of one command: its arguments, its flags, and examples. */
export function commandHelp({ usage, summary, flags, examples }: Command): Lines {
  const shown = examples.map(({ purpose, lines }) => [`  # ${purpose}`, ...lines.map((line) => `  ${line}`)]);
  return [
    `lambda-vpc ${usage}`,
    "",
    summary,
    "",
    ...columns(flagLines(flags)),
    "",
    "Examples:",
    ...shown.flatMap((example, index) => (index === 0 ? example : ["", ...example])),
  ];
}

/** The usage of one command, after a mistake in its arguments. */
export function shortHelp(name: string, { usage }: Command): Lines {
  return [`usage: lambda-vpc ${usage}`, `For examples, run: lambda-vpc ${name} --help`];
}

function flagLines(flags: Flags): readonly (readonly [string, string])[] {
  return Object.entries(flags).map(([name, { value, meaning, multiple }]) => [
    `--${name}${value === undefined ? "" : ` ${value}`}`,
    `${meaning}${multiple === true ? "; can be repeated" : ""}`,
  ]);
}

function columns(lines: readonly (readonly [string, string])[]): Lines {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
