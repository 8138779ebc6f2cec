import { budgetSubnets } from "../budget/budget-subnets";
import type { AddressNeed, SubnetBudget } from "../budget/subnet-budget";
import { planEnis } from "../combinations/eni-plan";
import { resolveNetwork } from "../combinations/resolved-network";
import type { Assumptions } from "../facts/assumptions";
import type { Attachment, Network } from "../facts/network";
import { assuming } from "./samples/sample-consumer";
import { attach, sampleNetwork } from "./samples/sample-network";

/** The budget of subnet `a` of a network. */
export function budgetOf(parts: Partial<Network>, assumptions: Partial<Assumptions> = {}, subnet = "a"): SubnetBudget {
  const network = sampleNetwork(parts);
  const resolved = resolveNetwork(network);
  const budget = budgetSubnets(resolved, planEnis(resolved), assuming(assumptions)).find((one) => one.subnet === subnet);
  if (budget === undefined) throw new Error(`no budget for ${subnet}`);
  return budget;
}

/** The bounds of a count and what lies between them, without its basis. */
export function bounds({ min, likely, max }: { readonly min: number; readonly likely: number; readonly max: number }): readonly number[] {
  return [min, likely, max];
}

/** What the consumers of a kind need; undefined where they are not listed. */
export function need(budget: SubnetBudget, kind: AddressNeed["kind"]): readonly number[] | undefined {
  const found = budget.needs.find((one) => one.kind === kind);
  return found && bounds(found.count);
}

/** `n` functions in subnet `a`, each with another set. */
export function sets(n: number): readonly Attachment[] {
  return Array.from({ length: n }, (_, index) => attach(`function-${index}`, ["a"], [`group-${index}`]));
}
