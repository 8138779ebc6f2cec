import type { Change, Fix } from "@lambda-vpc/policy-kit";
import { declarationOrder } from "../description/declaration-order";
import { withoutDanglingOutputs } from "../description/map-described";
import { type ProgramDescription } from "../description/program-description";
import { applyStep } from "./apply-step";
import { NotApplicable } from "./edit-resource";

/** The program after each update of a change, in their order. @throws NotApplicable if a step cannot be followed to the letter. */
export function applyChange({ updates }: Change, program: ProgramDescription): readonly ProgramDescription[] {
  const programs: ProgramDescription[] = [];
  let present = program;
  for (const update of updates) {
    const resources = declarationOrder(withoutDanglingOutputs(update.reduce(applyStep, present.resources)));
    if (resources === undefined) throw new NotApplicable("the resources need each other, or one that is not declared");
    present = { ...present, resources };
    programs.push(present);
  }
  return programs;
}

/** The changes that a tool can make: the change itself, or each such option of a choice. None of a fix that only a person can make. */
function changesOf(fix: Fix): readonly Change[] {
  switch (fix.kind) {
    case "change":
      return [fix];
    case "choice":
      return fix.options.flatMap(changesOf);
    case "by-hand":
      return [];
  }
}

/** The changes that a tool can make about a finding. */
export function mechanicalChanges({ fix }: { readonly fix?: Fix }): readonly Change[] {
  return fix === undefined || typeof fix === "string" ? [] : changesOf(fix);
}
