import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";

/** More rows or executions than a simulation of a day by seconds needs would take long and show no more. */
export const MOST_ROWS = 100_000;
export const MOST_EXECUTIONS = 1_000_000;

/**
 * The concurrency of each step, from the lines of a CSV file: the last column counts, and the first line may be a header. Fractions, as in
 * averages of CloudWatch, are rounded up.
 *
 * @throws CommandError with the line that is wrong.
 */
export function readConcurrency(text: string, file: string): readonly number[] {
  const lines = text.split(/\r\n|\r|\n/).map((line, index) => ({ number: index + 1, value: lastColumn(line) }));
  const filled = lines.filter(({ value }) => value !== "");
  const rows = filled[0] !== undefined && executions(filled[0].value) === undefined && isHeader(filled[0].value) ? filled.slice(1) : filled;
  if (rows.length === 0)
    throw new CommandError(exitCodes.unreadable, `${file} has no rows. Write one number of concurrent executions on each line.`);
  if (rows.length > MOST_ROWS)
    throw new CommandError(exitCodes.unreadable, `${file} has ${rows.length} rows. Use at most ${MOST_ROWS}, with longer steps (--step).`);
  return rows.map(({ number, value }) => {
    const read = executions(value);
    if (read === undefined || read > MOST_EXECUTIONS)
      throw new CommandError(
        exitCodes.unreadable,
        `${file}, line ${number}: ${JSON.stringify(shortened(value))} is not a number of concurrent executions. Write a number from 0 to ${MOST_EXECUTIONS}.`,
      );
    return read;
  });
}

/** Spreadsheets of some languages separate columns by semicolons, and some programs by tabs. */
function lastColumn(line: string): string {
  return (line.split(/[,;\t]/).at(-1) ?? "").trim().replace(/^"(.*)"$/, "$1");
}

function executions(value: string): number | undefined {
  return /^\d+(?:\.\d+)?$/.test(value) ? Math.ceil(Number(value)) : undefined;
}

/** A header names its column. A value that is nearly a number is a mistake. */
function isHeader(value: string): boolean {
  return /^[A-Za-z]/.test(value);
}

function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
