import type { ModelComparison } from "@lambda-vpc/model";
import { countText, numberText } from "@lambda-vpc/reports/page/number-text";

/** One figure of both models as texts. */
export interface ComparisonRow {
  readonly figure: string;
  readonly before: string;
  readonly today: string;
}

/** The figures of a comparison, in the order in which a reader needs them. */
export function comparisonRows({ scenario, before, today, projected, combinations }: ModelComparison): readonly ComparisonRow[] {
  const free = scenario.subnets.reduce((sum, one) => sum + one, 0);
  const wait = numberText(scenario.interfaceWait);
  const addresses = (used: readonly number[]): string =>
    `${used.map(numberText).join(", ")} (${numberText(used.reduce((sum, one) => sum + one, 0))} of ${numberText(free)})`;
  return [
    { figure: "interfaces at the end", before: numberText(before.summary.interfaces), today: numberText(today.summary.interfaces) },
    { figure: "by the formula", before: numberText(projected), today: numberText(combinations) },
    { figure: "addresses in each subnet", before: addresses(before.summary.addresses), today: addresses(today.summary.addresses) },
    {
      figure: "functions that wait when created",
      before: numberText(before.summary.creationWaits),
      today: numberText(today.summary.creationWaits),
    },
    {
      figure: "functions not created",
      before: numberText(before.summary.notCreated),
      today: numberText(today.summary.notCreated),
    },
    {
      figure: "cold starts that wait for an interface",
      before: before.summary.waits === 0 ? "0" : `${numberText(before.summary.waits)}, ${wait} s each`,
      today: numberText(today.summary.waits),
    },
    { figure: "executions refused at a time", before: refusals(before.summary), today: refusals(today.summary) },
  ];
}

function refusals({ refused, firstRefusal }: ModelComparison["before"]["summary"]): string {
  return firstRefusal === undefined ? numberText(refused) : `${numberText(refused)}, from second ${numberText(firstRefusal)}`;
}

/** What is compared, in one line. */
export function scenarioText({ scenario, peak }: ModelComparison): string {
  const { functions, sets, subnets, memory } = scenario;
  return `${countText(functions, "function")} of ${numberText(memory)} MB, ${countText(sets, "security-group set")}, ${countText(
    subnets.length,
    "subnet",
  )}, up to ${countText(peak, "concurrent execution")}`;
}
