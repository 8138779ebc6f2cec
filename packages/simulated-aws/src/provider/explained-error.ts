import { AwsError } from "../account/store/aws-error";
import type { AccountFile } from "../storage/account-file";
import type { ResourceAddress } from "./urn";

/**
 * Does work on a resource. An error that AWS would not return states that it is one of the simulation, and names the type: an error about
 * an id that a pass-through type made up, and a defect of the simulation.
 */
export async function explained<Result>(
  account: AccountFile,
  address: ResourceAddress,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AwsError) throw withOrigin(account, error);
    throw isDefect(error) ? defect(address, error) : error;
  }
}

/** The error, with the type that made up the id in it. */
function withOrigin(account: AccountFile, error: AwsError): AwsError {
  const found = account.run(({ tables }) =>
    tables.foreignResources
      .all()
      .flatMap(({ type, madeUpIds = [] }) => madeUpIds.map((id) => ({ type, id })))
      .find(({ id }) => error.reason.includes(id)),
  );
  if (found === undefined) return error;
  const { id, type } = found;
  return new AwsError(
    error.code,
    `${error.reason} simulated AWS made up ${id} as an output of ${type}, which it does not model. ` +
      `This is a limit of the simulation, not an error of the program. Use the id of a resource that the program creates, or deploy on AWS.`,
  );
}

/** Whether the simulation failed, and not AWS or the code of a function. */
function isDefect(error: unknown): error is Error {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) return true;
  return error instanceof Error && error.message.startsWith("Bug in simulated AWS");
}

function defect({ type, name }: ResourceAddress, error: Error): Error {
  return new Error(
    `simulated AWS failed on ${name} (${type}): ${error.message}. ` +
      `This is a defect of the simulation, not an error of the program. Report it with the arguments of ${name}.`,
    { cause: error },
  );
}
