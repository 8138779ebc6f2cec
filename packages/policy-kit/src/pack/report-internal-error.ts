import type { Report } from "../findings/report";
import { formatReport } from "../findings/report-text";

/**
 * The reports of `decide`, or the report of its exception. An exception in a policy would abort the whole preview. The report names the place in our
 * code and nothing else: the text of an exception may carry a value of the program, which may be a secret.
 */
export function reportInternalError<T>({ id }: { readonly id: string }, decide: () => T): T | readonly Report[] {
  try {
    return decide();
  } catch (fault) {
    const [, place = "an unknown place"] = (fault instanceof Error ? /\n\s+at (.*)/.exec(fault.stack ?? "") : undefined) ?? [];
    const kind = fault instanceof Error ? fault.name : typeof fault;
    return [{ message: formatReport({ kind: "internal-error", policy: id, place: `${kind} at ${place}` }) }];
  }
}
