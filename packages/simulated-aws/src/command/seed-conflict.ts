import { CommandError, exitCodes } from "./command-error";

/** The account has a resource with an id of the seed file, and it differs. */
export function conflict(id: string, part: string): CommandError {
  return new CommandError(
    exitCodes.conflict,
    `${id} exists in the account with a different ${part}. Choose another id, or delete the account with "reset"`,
  );
}
