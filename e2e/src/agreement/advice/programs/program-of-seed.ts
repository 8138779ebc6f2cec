import type { ProgramDescription } from "../description/program-description";
import { judgeOnPaper } from "../findings/judge-on-paper";
import { mechanicalChanges } from "../applying/apply-fix";
import { choicesOf, oneOf } from "./random-choice";
import { variedProgram } from "./vary-program";

/** The recorded programs in which each policy finds something that a tool can fix, by policy. */
export type Advised = ReadonlyMap<string, readonly ProgramDescription[]>;

/** What each recorded program is good for. */
export function advisedPrograms(programs: readonly ProgramDescription[]): Advised {
  const found = programs.flatMap((program) => advisedBy(program).map((policy) => ({ policy, program })));
  return new Map([...Map.groupBy(found, ({ policy }) => policy)].map(([policy, some]) => [policy, some.map(({ program }) => program)]));
}

/** The policies with a fix that a tool can make, each once. */
export function advisedBy(program: ProgramDescription): readonly string[] {
  return [...new Set(judgeOnPaper(program).flatMap((found) => (mechanicalChanges(found).length > 0 ? [found.policy] : [])))].sort();
}

/** The program that a seed stands for. Seeds take the policies in turn, and the policy of a seed finds something in its program. */
export function programOfSeed(advised: Advised, seed: number): ProgramDescription {
  const policies = [...advised.keys()].sort();
  const policy = policies[seed % policies.length] ?? "";
  const choose = choicesOf(seed);
  const base = oneOf(choose, advised.get(policy) ?? []);
  if (base === undefined) throw new Error(`no recorded program has advice of ${policy}`);
  const others = Array.from({ length: choose(3) }).flatMap(() => {
    const programs = advised.get(oneOf(choose, policies) ?? "") ?? [];
    return (
      oneOf(
        choose,
        programs.filter(({ configuration }) => Object.keys(configuration).length === 0),
      ) ?? []
    );
  });
  const varied = variedProgram([base, ...others], choose);
  return advisedBy(varied).includes(policy) ? varied : base;
}
