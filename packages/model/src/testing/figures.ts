import type { Count } from "../count/count";
import type { EniPlan } from "../combinations/eni-plan";
import { type Key, keySet } from "../facts/key";

/** Every figure of a plan by the name of its subject, without order: equal for plans with the same figures. */
export type Figures = Readonly<Record<string, Count>>;

/** The figures of a plan. `name` translates the names in it, where the plan is of a renamed network. */
export function figuresOf(plan: EniPlan, name: (key: Key) => Key = (key) => key): Figures {
  const vpcs = plan.vpcs.flatMap(({ vpc, attachments, combinations, marginal, held, sets, savedBySharing, avoidable, merges }) => {
    const where = vpc === undefined ? `VPC of ${keySet(attachments.map(({ consumer }) => name(consumer))).join()}` : name(vpc);
    return [
      [`combinations of ${where}`, combinations],
      [`marginal of ${where}`, marginal],
      [`held in ${where}`, held.count],
      [`sets of ${where}`, sets],
      [`saved by sharing in ${where}`, savedBySharing],
      [`avoidable in ${where}`, avoidable],
      ...merges.map((merge) => [`saved in ${where} by merging for ${keySet(merge.consumers.map(name)).join()}`, merge.saved] as const),
    ] as const;
  });
  return Object.fromEntries([
    ["stack", plan.combinations],
    ["stack: marginal", plan.marginal],
    ...plan.subnets.map(({ subnet, combinations }) => [name(subnet), combinations] as const),
    ...plan.subnets.map(({ subnet, marginal }) => [`${name(subnet)}: marginal`, marginal] as const),
    ...vpcs,
  ]);
}

/** The figures as bounds, without their basis. */
export function boundsOf(figures: Figures): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(figures, (key, value: unknown) => (key === "basis" ? undefined : value))) as Record<string, unknown>;
}
