import { lstatSync, readlinkSync } from "node:fs";
import { CommandError } from "./command-error";
import { type ExitCode, exitCodes } from "./exit-codes";

/** Codes of the operating system for a file that cannot be read: what is the case, and the fix. */
const readFailures: Readonly<Record<string, { readonly exitCode: ExitCode; readonly what: string; readonly fix: string }>> = {
  EISDIR: { exitCode: exitCodes.unreadable, what: "is a folder", fix: "Specify a file" },
  EACCES: { exitCode: exitCodes.forbidden, what: "cannot be read, because you have no permission", fix: "Change its permissions" },
  EPERM: { exitCode: exitCodes.forbidden, what: "cannot be read, because you have no permission", fix: "Change its permissions" },
  ELOOP: { exitCode: exitCodes.missing, what: "is a link that leads back to itself", fix: "Correct the link" },
};

/** The code of an error of the operating system, such as `ENOENT`; for any other error its text. */
export function reasonOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : String(error);
}

/** Why `file`, which is at `path`, cannot be read, with an exit code for the reason. */
export function readError(file: string, path: string, error: unknown): CommandError {
  const reason = reasonOf(error);
  const known = readFailures[reason];
  if (known !== undefined) return new CommandError(known.exitCode, `${file} ${known.what}. ${known.fix}.`);
  if (reason === "ENOENT" || reason === "ENOTDIR") return new CommandError(exitCodes.missing, `${file} ${missing(path)}.`);
  return new CommandError(exitCodes.unreadable, `${file} cannot be read (${reason}). Specify another file.`);
}

/** A link is there although its target is not. */
function missing(path: string): string {
  const link = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? readlinkSync(path) : undefined;
  return link === undefined ? `was not found at ${path}. Check the path` : `is a link to ${link}, which does not exist. Correct the link`;
}
