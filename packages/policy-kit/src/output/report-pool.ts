import type { Message } from "../findings/message";
import type { Report, ReportLevel } from "../findings/report";
import { formatReport } from "../findings/report-text";

/** The engine accepts 4 MiB as the answer of a pack about a stack (docs/engine-facts.md#size-of-an-answer). The rest is for what is left out. */
const MOST_BYTES = 3_500_000;

/** The most characters of a line. A longer one has a name or a value of a hostile length, or a list that nobody reads. */
const MOST_CHARACTERS = 10_000;

/** What a diagnostic has in addition to texts: names of the pack, its version, tags, lengths. */
const FRAME_BYTES = 300;

/** Who reports: the SDK puts the description before each message, and sends it again on its own. */
interface Reporter {
  readonly id: string;
  readonly description: string;
}

/**
 * What a pack can report of one stack: more ends the preview without any finding.
 *
 * Laws: the reports that are taken fit in an answer of the engine, whatever they are; whatever is left out is counted in one more report, at the highest
 * level of what is left out; reports that fit are all taken.
 */
export class ReportPool {
  private left = MOST_BYTES;

  /** @param reporters how many policies share the pool equally; undefined if they are served in their order. */
  constructor(private readonly reporters?: number) {}

  /** The reports of one policy that fit, and one about the others. */
  take(reporter: Reporter, reports: readonly Report[]): readonly Report[] {
    let share = Math.min(this.left, this.reporters === undefined ? MOST_BYTES : Math.floor(MOST_BYTES / this.reporters));
    const taken: Report[] = [];
    for (const report of reports.map(withShortLines)) {
      const size = sizeOf(reporter, report);
      if (size > share) break;
      share -= size;
      this.left -= size;
      taken.push(report);
    }
    return taken.length === reports.length ? taken : [...taken, leftOut(reporter, reports.slice(taken.length))];
  }
}

function sizeOf({ id, description }: Reporter, { message, subject = "" }: Report): number {
  return FRAME_BYTES + Buffer.byteLength(message) + Buffer.byteLength(subject) + Buffer.byteLength(id) + 2 * Buffer.byteLength(description);
}

/** Records are read by a program, and are complete or absent. */
function withShortLines(report: Report): Report {
  if (report.message.length <= MOST_CHARACTERS) return report;
  const lines = report.message.split("\n").map((line) => (line.startsWith("waivers: ") ? line : shortened(line)));
  return { ...report, message: lines.join("\n") as Message };
}

function shortened(line: string): string {
  return line.length <= MOST_CHARACTERS ? line : `${line.slice(0, MOST_CHARACTERS)} … (${line.length - MOST_CHARACTERS} more characters)`;
}

function leftOut({ id }: Reporter, reports: readonly Report[]): Report {
  const message = formatReport({ kind: "left-out", policy: id, count: reports.length });
  const level = highest(reports.map((one) => one.level));
  return { message, ...(level === undefined ? {} : { level }) };
}

/** An absent level is the one of the policy, which may be mandatory. */
function highest(levels: readonly (ReportLevel | undefined)[]): ReportLevel | undefined {
  if (levels.includes("mandatory")) return "mandatory";
  return levels.includes(undefined) ? undefined : "advisory";
}
