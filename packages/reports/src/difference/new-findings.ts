import type { FindingsDocument } from "../document/assessment-document";
import type { DifferenceDocument } from "./difference-document";

/** The new findings of a difference, for formats that show findings only. */
export function newFindings({ tool, stack, findings }: Pick<DifferenceDocument, "tool" | "stack" | "findings">): FindingsDocument {
  const { policies, added, unchecked } = findings ?? { policies: [], added: [], unchecked: [] };
  const number = (is: (finding: (typeof added)[number]) => boolean): number => added.filter(is).length;
  return {
    ...{ tool, stack: stack.after, policies, findings: added, unchecked },
    summary: {
      mandatory: number(({ level }) => level === "mandatory"),
      advisory: number(({ level }) => level === "advisory"),
      violations: number(({ verdict }) => verdict === "violation"),
      warnings: number(({ verdict }) => verdict === "warning"),
      undecided: number(({ verdict }) => verdict === "undecided"),
      waived: 0,
    },
  };
}
