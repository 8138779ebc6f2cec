import type { Change, Fix, Step, Update } from "@lambda-vpc/policy-kit";
import type { Fault } from "./paper-trial";

/** Faults of fixes as policies can have them. The advice run must find each. */
export const faults: Readonly<Record<string, Fault>> = {
  "the groups of another set": eachChange((change) =>
    eachStep(change, (step, steps) => {
      const removed = steps.flatMap((one) => (one.step === "remove-resources" ? one.resources.slice(0, 1) : []));
      return step.step === "set-vpc-config" && step.securityGroups !== undefined && removed.length > 0
        ? { ...step, securityGroups: removed }
        : step;
    }),
  ),
  "one function left out": eachChange((change) =>
    eachStep(change, (step) => (step.step === "set-vpc-config" ? { ...step, functions: step.functions.slice(1) } : step)),
  ),
  "a dependency left out": eachChange((change) =>
    eachStep(change, (step) =>
      step.step === "depend-on" ? { ...step, on: [] } : step.step === "add-resource" ? { ...step, dependents: [] } : step,
    ),
  ),
  "wider access that is not stated": eachChange((change) => ({ ...change, access: "same" })),
  "an update left out": eachChange((change) => {
    const [first, ...others] = change.updates.filter(([{ step }]) => step !== "trim-versions");
    return first === undefined ? change : { ...change, updates: [first, ...others] };
  }),
};

function eachChange(spoil: (change: Change) => Change): Fault {
  const spoiled = (fix: Fix): Fix => {
    switch (fix.kind) {
      case "change":
        return spoil(fix);
      case "choice": {
        const [first, second, ...others] = fix.options;
        return { ...fix, options: [spoiled(first), spoiled(second), ...others.map(spoiled)] };
      }
      case "by-hand":
        return fix;
    }
  };
  return spoiled;
}

function eachStep(change: Change, spoil: (step: Step, steps: readonly Step[]) => Step): Change {
  const steps = change.updates.flat();
  const [first, ...others] = change.updates.map(([one, ...more]): Update => [spoil(one, steps), ...more.map((step) => spoil(step, steps))]);
  return first === undefined ? change : { ...change, updates: [first, ...others] };
}
