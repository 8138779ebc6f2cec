import type { PolicyResource } from "@lambda-vpc/sources";
import { isPolicyFindings } from "../findings/policy-findings";
import type { Report } from "../findings/report";
import { ReportPool } from "../output/report-pool";
import type { PackSession, RawConfiguration, Run } from "./pack-session";
import { reportInternalError } from "./report-internal-error";
import type { SdkEntry } from "./sdk-entry";

/** What the entries of a pack report of one stack. */
interface Decisions {
  readonly run: Run;
  /** The reports of each entry that is decided. */
  readonly precomputedReports: ReadonlyMap<SdkEntry, readonly Report[]>;
  /** The entries whose reports were asked for. */
  readonly delivered: Set<SdkEntry>;
}

/**
 * Decides a stack for a whole pack. Laws: the first call of an analysis decides every enabled entry, each once, in pack order; `mustCall` changes nothing;
 * a fault in one entry is the report of that entry alone.
 */
export class StackDecisions {
  private current: Decisions | undefined;
  private remaining: ReportPool | undefined;

  constructor(
    private readonly session: PackSession,
    private readonly entries: readonly SdkEntry[],
  ) {}

  /** Ends the analysis of a stack: the next call begins another. */
  end(): void {
    this.current = undefined;
  }

  /**
   * What `entry` reports of the stack, in the configuration that it was called with. An entry that was called already begins the next analysis.
   *
   * @throws Whatever reading the stack throws. Then nothing is decided, and the next entry that is called tries again.
   */
  reportsOf(entry: SdkEntry, resources: readonly PolicyResource[], configuration: RawConfiguration): readonly Report[] {
    if (this.current === undefined || this.current.delivered.has(entry)) this.current = this.decideAll(entry, resources, configuration);
    const { run, precomputedReports, delivered } = this.current;
    delivered.add(entry);
    const late = (): ReadonlyMap<SdkEntry, readonly Report[]> => reportsFrom(new Map([[entry, decide(entry, run, configuration)]]), run);
    return precomputedReports.get(entry) ?? late().get(entry) ?? [];
  }

  /** What the pack can still report of the stack. A program reads every finding that fits; a person reads a share of each policy. */
  pool(forProgram: boolean): ReportPool {
    this.remaining ??= new ReportPool(forProgram ? undefined : this.entries.length);
    return this.remaining;
  }

  /** Whether an entry must be called with the stack: unless it is decided and has nothing to report. */
  mustCall(entry: SdkEntry): boolean {
    if (this.current === undefined || this.current.delivered.has(entry)) return true;
    return this.current.precomputedReports.get(entry)?.length !== 0;
  }

  /** Entries without a configuration in this phase may be disabled. They decide when they are called. */
  private decideAll(caller: SdkEntry, resources: readonly PolicyResource[], configuration: RawConfiguration): Decisions {
    const run = this.session.begin(resources);
    this.remaining = undefined;
    const enabled = this.entries.filter((entry) => entry === caller || run.configuredIds.has(entry.about.id));
    const configurationOf = (entry: SdkEntry) => (entry === caller ? configuration : this.session.configurationOf(entry.about.id));
    const decided = new Map(enabled.map((entry) => [entry, decide(entry, run, configurationOf(entry))] as const));
    return { run, precomputedReports: reportsFrom(decided, run), delivered: new Set() };
  }
}

/** An entry with an internal error or a wrong configuration did not check: what it would have found is unknown, so its waivers are not reviewed. */
export function decide({ about, decide: decideAbout }: SdkEntry, run: Run, configuration: RawConfiguration): Decided {
  return reportInternalError(about, () => {
    const decided = decideAbout(run, configuration);
    if (isPolicyFindings(decided) || !decided.some(({ checkedNothing }) => checkedNothing === true)) run.policies.add(about.id);
    return decided;
  });
}

export type Decided = ReturnType<SdkEntry["decide"]>;

/** The reports of each entry: those of findings together, so that a person reads each cause once. */
export function reportsFrom(decided: ReadonlyMap<SdkEntry, Decided>, { preview }: Run): ReadonlyMap<SdkEntry, readonly Report[]> {
  const all = [...decided.values()].filter(isPolicyFindings);
  const together = attempt(() => preview.of(all));
  return new Map(
    [...decided].map(([entry, one]) => {
      if (!isPolicyFindings(one)) return [entry, one];
      // Findings that cannot be reported are the fault of one policy, and the others are reported.
      return [entry, together?.get(one.policy) ?? reportInternalError(entry.about, () => preview.of([one]).get(one.policy) ?? [])];
    }),
  );
}

function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
}
