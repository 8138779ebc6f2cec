import { expect } from "@jest/globals";
import fc from "fast-check";
import { CaseShares } from "./case-shares";

/**
 * Records that a run meets the named case if `condition` holds, and returns whether it does. One name may be recorded several times in a run,
 * such as in a loop: the run counts once, if any of its conditions holds.
 */
export type Met<Case extends string> = <T>(name: Case, condition: T) => condition is Exclude<T, false | null | undefined>;

type Arbitraries<Values extends unknown[]> = { [Index in keyof Values]: fc.Arbitrary<Values[Index]> };

/**
 * Checks a law over generated values, as `fc.assert` does, and that its interesting cases are common: `leastShares` names each case with the
 * least percentage of the runs that must meet it. Prints the share of each case. A law with a condition passes where the condition never
 * holds; this is what makes such a law fail.
 *
 * ```ts
 * checkLaw({ "a merge is offered": 20 }, [arbitraryNetwork()], (network, met) => {
 *   const { merges } = planOf(network);
 *   if (met("a merge is offered", merges.length > 0)) expect(…);
 * });
 * ```
 */
export function checkLaw<Values extends [unknown, ...unknown[]], const Case extends string>(
  leastShares: Readonly<Record<Case, number>>,
  arbitraries: Arbitraries<Values>,
  law: (...valuesAndMet: [...Values, Met<Case>]) => void,
  parameters: fc.Parameters<Values> = {},
): void {
  const shares = new CaseShares(leastShares);
  const counted = (...values: Values): void => {
    const { met, cases } = newRun<Case>();
    law(...values, met);
    shares.addRun(cases);
  };
  const seed = seedOf(parameters);
  fc.assert(fc.property<Values>(...arbitraries, counted), { ...parameters, seed });
  requireShares(shares, seed);
}

/** `checkLaw` for a law that waits. */
export async function checkAsyncLaw<Values extends [unknown, ...unknown[]], const Case extends string>(
  leastShares: Readonly<Record<Case, number>>,
  arbitraries: Arbitraries<Values>,
  law: (...valuesAndMet: [...Values, Met<Case>]) => Promise<void>,
  parameters: fc.Parameters<Values> = {},
): Promise<void> {
  const shares = new CaseShares(leastShares);
  const counted = async (...values: Values): Promise<void> => {
    const { met, cases } = newRun<Case>();
    await law(...values, met);
    shares.addRun(cases);
  };
  const seed = seedOf(parameters);
  await fc.assert(fc.asyncProperty<Values>(...arbitraries, counted), { ...parameters, seed });
  requireShares(shares, seed);
}

function newRun<Case extends string>(): { readonly met: Met<Case>; readonly cases: ReadonlySet<Case> } {
  const cases = new Set<Case>();
  const met = <T>(name: Case, condition: T): condition is Exclude<T, false | null | undefined> => {
    const holds = condition !== false && condition !== null && condition !== undefined;
    if (holds) cases.add(name);
    return holds;
  };
  return { met, cases };
}

/** Does nothing in mutation tests: they run each law so few times that shares mean nothing (tools/verify/property-seed.cjs). */
/** The seed of a law: chosen here where nobody gives one, so that a share that is too small can be repeated. */
function seedOf({ seed }: { readonly seed?: number }): number {
  return seed ?? fc.readConfigureGlobal().seed ?? Math.floor(Math.random() * 2 ** 31);
}

function requireShares<Case extends string>(shares: CaseShares<Case>, seed: number): void {
  if (process.env["PROPERTY_PROFILE"] === "mutation") return;
  const law = expect.getState().currentTestName ?? "law";
  process.stdout.write(
    shares
      .lines()
      .map((line) => `law: ${law}: ${line}\n`)
      .join(""),
  );
  const tooRare = shares.tooRare();
  if (tooRare.length === 0) return;
  throw new Error(
    [
      "Interesting cases are too rare:",
      ...tooRare,
      `Change the generator so that they are common. PROPERTY_SEED=${seed} repeats this run.`,
    ].join("\n"),
  );
}
