import type { DestroyTrial } from "./destroy-trial";

/** Whether a trial keeps the law, breaks it, or is not covered by it. */
export type Judgement = "agreement" | "contradiction" | "undecided" | "hidden";

/**
 * The law: a stack without a finding ends clean, and a stack with one does not. An undecided stack may end either way. So may a stack with
 * retainOnDelete, which no policy sees (docs/engine-facts.md#options-in-policies).
 */
export function judgeTrial({ stack, finding, ending }: Pick<DestroyTrial, "stack" | "finding" | "ending">): Judgement {
  if (stack.functions.some(({ kept }) => kept === "retainOnDelete")) return "hidden";
  if (finding === "undecided") return "undecided";
  return (finding === "none") === (ending === "clean") ? "agreement" : "contradiction";
}

/** How often each judgement occurs, and each finding with each ending, in percent. */
export function tallyTrials(
  trials: readonly Pick<DestroyTrial, "stack" | "finding" | "policies" | "ending">[],
): Readonly<Record<string, number>> {
  const cases = trials.flatMap((trial) => {
    const judgement = judgeTrial(trial);
    const { stack, finding, ending, policies } = trial;
    const network = stack.vpc || stack.groups[0] || stack.subnets[0] ? "network in the stack" : "network elsewhere";
    return [
      judgement,
      judgement === "hidden" ? `hidden: ${ending}` : `${finding}: ${ending}`,
      ...policies,
      network,
      ...(stack.functions.some(({ replacement }) => replacement !== "none") ? ["groups replaced"] : []),
      ...(stack.functions.some(({ publish }) => publish) ? ["versions published"] : []),
      ...(Object.values(stack.dependsOn).some((some) => some.length > 0) ? ["further dependencies"] : []),
    ];
  });
  return Object.fromEntries(
    [...Map.groupBy(cases, (one) => one)]
      .map(([name, some]) => [name, Math.round((100 * some.length) / trials.length)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}
