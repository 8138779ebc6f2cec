import { isExact } from "@lambda-vpc/model";
import type { Breach, BreachKind } from "./judgement/breach";
import type { Evidence } from "./laboratory/evidence";
import { countedBreaches, keepsS, type Outcome } from "./experiment";

/** What many programs showed. A program is previewed and deployed in two versions; figures are of versions. */
export interface Tally {
  readonly programs: number;
  readonly previews: { readonly keepingS: number; readonly breakingS: number };
  /** Of previews that keep S, the stack's figure: exact; with bounds by what it depends on; or open to what nothing names. */
  readonly shares: { readonly exact: number; readonly likely: number; readonly unknown: number };
  /** How often the likely figure is the truth, where it is not exact. */
  readonly likelyRight: number;
  /** Mean of (max − min) / truth over previews that keep S and whose deployment holds something. */
  readonly tightness: number;
  readonly breaches: Readonly<Partial<Record<BreachKind, number>>>;
  /** Previews that break S, by how, and how many of them the figures missed. Nobody promised these. */
  readonly breakingS: Readonly<Record<string, { readonly previews: number; readonly missed: number }>>;
}

export function tally(outcomes: readonly Outcome[]): Tally {
  const all = outcomes.flatMap(({ experiment }) => experiment.evidence.map((evidence) => ({ evidence, breaches: experiment.breaches })));
  const keeping = all.filter(({ evidence }) => keepsS(evidence)).flatMap(({ evidence }) => judged(evidence));
  const open = keeping.filter(({ figures }) => !isExact(figures.stack) && figures.open);
  const inexact = keeping.filter(({ figures }) => !isExact(figures.stack));
  const holding = keeping.filter(({ truth }) => truth > 0);
  const share = (part: number, whole = keeping.length): number => (whole === 0 ? 0 : part / whole);
  return {
    programs: outcomes.length,
    previews: { keepingS: keeping.length, breakingS: all.length - keeping.length },
    shares: {
      exact: share(keeping.length - inexact.length),
      likely: share(inexact.length - open.length),
      unknown: share(open.length),
    },
    likelyRight: share(inexact.filter(({ figures, truth }) => figures.stack.likely === truth).length, inexact.length),
    tightness: share(
      holding.reduce((sum, { figures, truth }) => sum + (figures.stack.max - figures.stack.min) / truth, 0),
      holding.length,
    ),
    breaches: countBy(outcomes.flatMap(({ experiment }) => countedBreaches(experiment)).map(({ kind }) => kind)),
    breakingS: breakingS(all),
  };
}

function judged({ trial: { recording, truth } }: Evidence) {
  if (recording === undefined || truth === undefined) return [];
  const { stack, uncertainties } = recording.figures;
  const open = uncertainties.some(({ subnets, securityGroups }) =>
    [subnets, securityGroups].some((why) => why !== undefined && !bounded.has(why)),
  );
  return [{ figures: { stack, open }, truth: truth.held.length }];
}

/** Uncertainties of lists whose candidates are all known. */
const bounded: ReadonlySet<string> = new Set(["list-unknown", "one-of-lists", "part-of-candidates"]);

function breakingS(all: readonly { readonly evidence: Evidence; readonly breaches: readonly Breach[] }[]): Tally["breakingS"] {
  const previews = all.filter(({ evidence }) => !keepsS(evidence));
  const ways = [...new Set(previews.flatMap(({ evidence }) => evidence.claims.broken))].sort();
  return Object.fromEntries(
    ways.map((way) => {
      const such = previews.filter(({ evidence }) => evidence.claims.broken.includes(way));
      const missed = such.filter(({ evidence, breaches }) => breaches.some(({ version }) => version === evidence.version));
      return [way, { previews: such.length, missed: missed.length }];
    }),
  );
}

function countBy<T extends string>(values: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The figures for people, a line each. */
export function tallyText(result: Tally, secondsPerProgram: number): string {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const { programs, previews, shares, likelyRight, tightness, breaches, breakingS: broken } = result;
  const lines: readonly (readonly [string, string])[] = [
    ["programs", `${programs}, ${secondsPerProgram.toFixed(1)} s each`],
    ["previews that keep assumption S", String(previews.keepingS)],
    ["  exact", percent(shares.exact)],
    ["  likely (bounded by dependencies)", percent(shares.likely)],
    ["  unknown (bounded by AWS's limits)", percent(shares.unknown)],
    ["  likely figure right where not exact", percent(likelyRight)],
    ["  tightness, (max − min) / truth", tightness.toFixed(3)],
    ["previews that break assumption S", String(previews.breakingS)],
    ...Object.entries(broken).map(([way, { previews: all, missed }]) => [`  ${way}`, `${all}, missed ${missed}`] as const),
    ["breaches", String(Object.values(breaches).reduce((sum, count) => sum + count, 0))],
    ...Object.entries(breaches).map(([kind, count]) => [`  ${kind}`, String(count)] as const),
  ];
  return lines.map(([name, value]) => `${name.padEnd(40)}${value}\n`).join("");
}
