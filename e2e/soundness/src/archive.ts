import type { Description } from "./description/description";
import type { Evidence } from "./laboratory/evidence";
import type { Outcome } from "./experiment";
import { readRecording, recordingText } from "./laboratory/recording";

/** What a run saw, program by program: enough to judge it again without an engine. */
export interface ArchivedProgram {
  readonly seed: number;
  readonly description: Description;
  readonly evidence: readonly Evidence[];
}

export function archiveText(outcomes: readonly Outcome[]): string {
  return recordingText(
    outcomes.map(({ seed, experiment: { description, evidence } }): ArchivedProgram => ({ seed, description, evidence })),
  );
}

export function readArchive(text: string): readonly ArchivedProgram[] {
  return readRecording<readonly ArchivedProgram[]>(text);
}
