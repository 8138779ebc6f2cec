import { counted, type Key, type LambdaFunction } from "@lambda-vpc/model";

/**
 * What AWS advised until September 2019, when each execution environment had an ENI of its own (docs/aws-facts.md#old-formula).
 */
export const OLD_FORMULA = "projected peak concurrent executions × memory / 3 GB";

/** The addresses that the old formula asks for; undefined where the stack does not show how far each function scales. */
export function oldFormula(scales: readonly LambdaFunction["scale"][]): number | undefined {
  const asked = scales.map((scale) => (scale === undefined ? Number.NaN : (scale.concurrency * scale.memory) / (3 * 1024)));
  const sum = asked.reduce((total, addresses) => total + addresses, 0);
  return Number.isNaN(sum) ? undefined : Math.ceil(sum);
}

/** What the old formula would ask for, in words. */
export function oldFormulaText(users: readonly Key[], functions: readonly LambdaFunction[]): string {
  const scales = users.map((user) => functions.find(({ key }) => key === user)?.scale);
  const addresses = oldFormula(scales);
  const asked = addresses === undefined ? "" : ` would ask for ${counted(addresses, "address")} and`;
  return `The formula of 2018 (${OLD_FORMULA})${asked} has not held since 2019, when functions began to share ENIs`;
}
