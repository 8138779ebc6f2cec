import { counted, type Key, type LambdaFunction } from "@lambda-vpc/model";

/**
 * The addresses by the sizing advice of AWS until September 2019, when each execution environment had its own ENI: projected peak concurrent
 * executions × memory / 3 GB (docs/aws-facts.md#old-formula). Undefined if the scale of a function is unknown.
 */
export function oldFormula(scales: readonly LambdaFunction["scale"][]): number | undefined {
  const addresses = scales.map((scale) => (scale === undefined ? Number.NaN : (scale.concurrency * scale.memory) / (3 * 1024)));
  const sum = addresses.reduce((total, one) => total + one, 0);
  return Number.isNaN(sum) ? undefined : Math.ceil(sum);
}

/** A sentence about the old formula. */
export function oldFormulaText(users: readonly Key[], functions: readonly LambdaFunction[]): string {
  const scales = users.map((user) => functions.find(({ key }) => key === user)?.scale);
  const addresses = oldFormula(scales);
  const result = addresses === undefined ? "" : ` (${counted(addresses, "address")})`;
  return `The formula of 2018${result} does not apply: functions share ENIs.`;
}
