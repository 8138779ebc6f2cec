import { counted, type Key, type LambdaFunction } from "@lambda-vpc/model";

/**
 * The sizing advice of AWS until September 2019, when each execution environment had its own ENI (docs/aws-facts.md#old-formula).
 */
export const OLD_FORMULA = "projected peak concurrent executions × memory / 3 GB";

/** The addresses by the old formula; undefined if the scale of a function is unknown. */
export function oldFormula(scales: readonly LambdaFunction["scale"][]): number | undefined {
  const addresses = scales.map((scale) => (scale === undefined ? Number.NaN : (scale.concurrency * scale.memory) / (3 * 1024)));
  const sum = addresses.reduce((total, one) => total + one, 0);
  return Number.isNaN(sum) ? undefined : Math.ceil(sum);
}

/** A sentence about the old formula. */
export function oldFormulaText(users: readonly Key[], functions: readonly LambdaFunction[]): string {
  const scales = users.map((user) => functions.find(({ key }) => key === user)?.scale);
  const addresses = oldFormula(scales);
  const result = addresses === undefined ? "" : ` gives ${counted(addresses, "address")} and`;
  return `The formula of 2018 (${OLD_FORMULA})${result} does not apply since 2019: functions share ENIs.`;
}
