/** No law may state a smaller share, in percent of its runs: a case that is rarer is hardly tested. */
export const SMALLEST_SHARE = 5;

/** How often the runs of one law meet each of its interesting cases. */
export class CaseShares<Case extends string> {
  private runs = 0;
  private readonly met = new Map<Case, number>();

  /** `leastShares` are percentages of the runs. */
  constructor(private readonly leastShares: Readonly<Record<Case, number>>) {
    for (const [name, least] of this.entries())
      if (!(least >= SMALLEST_SHARE && least <= 100))
        throw new RangeError(`"${name}" states ${least} % of the runs; state ${SMALLEST_SHARE} to 100 %`);
  }

  /** Counts one run, with the cases that it met, each once. */
  addRun(cases: ReadonlySet<Case>): void {
    this.runs += 1;
    for (const name of cases) this.met.set(name, (this.met.get(name) ?? 0) + 1);
  }

  /** One line per case. */
  lines(): readonly string[] {
    return this.entries().map(([name, least]) => `${name} in ${this.share(name).toFixed(1)} % of ${this.runs} runs (at least ${least} %)`);
  }

  /** The lines of the cases that are rarer than stated. */
  tooRare(): readonly string[] {
    const lines = this.lines();
    return this.entries().flatMap(([name, least], index) => (this.share(name) < least ? [lines[index] ?? name] : []));
  }

  private share(name: Case): number {
    return this.runs === 0 ? 0 : (100 * (this.met.get(name) ?? 0)) / this.runs;
  }

  private entries(): readonly (readonly [Case, number])[] {
    return Object.entries(this.leastShares) as [Case, number][];
  }
}
