import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Flags } from "../command/flags";
import { readFlags } from "../command/read-flags";
import type { assessFlags, Request } from "./assess-input";

/** The request of a command line, and the value of `--pack` if the command has it. @throws CommandError if it is wrong. */
export function readRequest(commandLine: readonly string[], flags: Flags & typeof assessFlags): Request & { readonly pack: string } {
  const dashes = commandLine.indexOf("--");
  const own = dashes < 0 ? commandLine : commandLine.slice(0, dashes);
  const rest = dashes < 0 ? [] : commandLine.slice(dashes + 1);
  const { values, positionals } = readFlags(own, flags, "Arguments of pulumi preview follow after --.");
  const [file, stranger] = positionals;
  if (stranger !== undefined) throw new CommandError(exitCodes.usage, `Unknown argument "${stranger}". Specify one file.`);
  if (rest.length > 0 && values.program === undefined)
    throw new CommandError(exitCodes.usage, "Arguments after -- are for the preview of --program. Remove them, or specify --program DIR.");
  const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
  return {
    file,
    program: text(values.program),
    config: text(values.config),
    format: text(values.format) ?? "text",
    output: text(values.output),
    pack: text((values as Readonly<Record<string, unknown>>)["pack"]) ?? "",
    rest,
  };
}
