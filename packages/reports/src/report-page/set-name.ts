import type { ReportData, SetFigures } from "./report-data";

/** `[catalog, shared]`, with what is unknown: a set that may have other groups is never written as if it had none. */
export function setName({ groups }: Pick<ReportData, "groups">, set: Pick<SetFigures, "groups" | "exact">): string {
  return [...set.groups.map((group) => groups[group] ?? ""), ...(set.exact ? [] : ["unknown groups"])].join(" + ");
}
