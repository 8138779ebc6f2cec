import { isExact } from "@lambda-vpc/model";
import { type Dialect, dialectNames } from "./description/dialects";
import type { BreachKind } from "./judgement/breach";
import type { Evidence } from "./laboratory/evidence";
import { countedBreaches, type Outcome } from "./experiment";

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
  /** The same of each dialect alone: those that keep S, of them the exact ones, and those that break S. */
  readonly dialects: Readonly<Record<Dialect, DialectTally>>;
}

interface DialectTally {
  readonly keepingS: number;
  readonly exact: number;
  readonly breakingS: number;
  readonly missed: number;
}

/** What one program showed, as plain data: 100,000 of them fit into memory. */
export interface Observation {
  readonly seed: number;
  readonly previews: readonly PreviewObservation[];
  /** The kinds of its counted breaches. */
  readonly breaches: readonly BreachKind[];
}

interface PreviewObservation {
  readonly dialects: readonly Dialect[];
  /** How the program breaks S; empty where it keeps it. */
  readonly broken: readonly string[];
  /** Whether the deployment contradicts the preview, excused or not. */
  readonly missed: boolean;
  /** Absent where the preview was not recorded or the deployment failed. */
  readonly judged?: Judged;
}

interface Judged {
  readonly exact: boolean;
  /** Whether an uncertainty leaves a list open to what nothing names. */
  readonly open: boolean;
  readonly likelyRight: boolean;
  readonly width: number;
  readonly truth: number;
}

/** What the tally needs of a program. */
export function observe({ seed, experiment }: Outcome): Observation {
  return {
    seed,
    previews: experiment.evidence.map((evidence): PreviewObservation => ({
      dialects: evidence.dialects,
      broken: evidence.claims.broken,
      missed: experiment.breaches.some(({ version }) => version === evidence.version),
      ...judged(evidence),
    })),
    breaches: countedBreaches(experiment).map(({ kind }) => kind),
  };
}

export function tally(observations: readonly Observation[]): Tally {
  const all = observations.flatMap(({ previews }) => previews);
  const keeping = all.filter(({ broken }) => broken.length === 0).flatMap(({ judged: one }) => one ?? []);
  const inexact = keeping.filter(({ exact }) => !exact);
  const open = inexact.filter((one) => one.open);
  const holding = keeping.filter(({ truth }) => truth > 0);
  const share = (part: number, whole = keeping.length): number => (whole === 0 ? 0 : part / whole);
  return {
    programs: observations.length,
    previews: { keepingS: keeping.length, breakingS: all.filter(({ broken }) => broken.length > 0).length },
    shares: {
      exact: share(keeping.length - inexact.length),
      likely: share(inexact.length - open.length),
      unknown: share(open.length),
    },
    likelyRight: share(inexact.filter(({ likelyRight }) => likelyRight).length, inexact.length),
    tightness: share(
      holding.reduce((sum, { width, truth }) => sum + width / truth, 0),
      holding.length,
    ),
    breaches: countBy(observations.flatMap(({ breaches }) => breaches)),
    breakingS: breakingS(all),
    dialects: Object.fromEntries(dialectNames.map((name) => [name, dialectTally(name, all)])) as Record<Dialect, DialectTally>,
  };
}

function dialectTally(name: Dialect, all: readonly PreviewObservation[]): DialectTally {
  const own = all.filter(({ dialects }) => dialects.includes(name));
  const [keeping, breaking] = [own.filter(({ broken }) => broken.length === 0), own.filter(({ broken }) => broken.length > 0)];
  return {
    keepingS: keeping.length,
    exact: keeping.filter(({ judged: one }) => one?.exact === true).length,
    breakingS: breaking.length,
    missed: breaking.filter(({ missed }) => missed).length,
  };
}

function judged({ trial: { recording, truth } }: Evidence): { readonly judged?: Judged } {
  if (recording === undefined || truth === undefined) return {};
  const { stack, uncertainties } = recording.figures;
  const open = uncertainties.some(({ subnets, securityGroups }) =>
    [subnets, securityGroups].some((why) => why !== undefined && !bounded.has(why)),
  );
  const actual = truth.held.length;
  return { judged: { exact: isExact(stack), open, likelyRight: stack.likely === actual, width: stack.max - stack.min, truth: actual } };
}

/** Uncertainties of lists whose candidates are all known. */
const bounded: ReadonlySet<string> = new Set(["list-unknown", "one-of-lists", "part-of-candidates"]);

function breakingS(all: readonly PreviewObservation[]): Tally["breakingS"] {
  const ways = [...new Set(all.flatMap(({ broken }) => broken))].sort();
  return Object.fromEntries(
    ways.map((way) => {
      const such = all.filter(({ broken }) => broken.includes(way));
      return [way, { previews: such.length, missed: such.filter(({ missed }) => missed).length }];
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
  const { programs, previews, shares, likelyRight, tightness, breaches, breakingS: broken, dialects } = result;
  const lines: readonly (readonly [string, string])[] = [
    ["programs", `${programs}, ${secondsPerProgram.toFixed(secondsPerProgram < 0.1 ? 4 : 1)} s each`],
    ["previews that keep assumption S", String(previews.keepingS)],
    ["  exact", percent(shares.exact)],
    ["  likely (bounded by dependencies)", percent(shares.likely)],
    ["  unknown (bounded by AWS's limits)", percent(shares.unknown)],
    ["  likely figure right where not exact", percent(likelyRight)],
    ["  tightness, (max − min) / truth", tightness.toFixed(3)],
    ["previews that break assumption S", String(previews.breakingS)],
    ...Object.entries(broken).map(([way, { previews: all, missed }]) => [`  ${way}`, `${all}, missed ${missed}`] as const),
    ["dialects", "keeping S (exact), breaking S (missed)"],
    ...Object.entries(dialects).map(
      ([name, { keepingS, exact, breakingS: breaking, missed }]) =>
        [`  ${name}`, `${keepingS} (${exact}), ${breaking} (${missed})`] as const,
    ),
    ["breaches", String(Object.values(breaches).reduce((sum, count) => sum + count, 0))],
    ...Object.entries(breaches).map(([kind, count]) => [`  ${kind}`, String(count)] as const),
  ];
  return lines.map(([name, value]) => `${name.padEnd(54)}${value}\n`).join("");
}
