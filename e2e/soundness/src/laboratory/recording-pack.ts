import { eniConsolidation } from "@lambda-vpc/eni-consolidation";
import { packArguments } from "@lambda-vpc/policy-kit";
import { type PolicyResource, readPolicyResources, SeenInputs } from "@lambda-vpc/sources";
import { PolicyPack, type ResourceValidationPolicy, type StackValidationPolicy } from "@pulumi/policy";
import { writeFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { planFigures } from "./plan-figures";
import { recordingText } from "./recording";

const seen = new SeenInputs();

/** Writes what the policies saw, and what the model makes of it, into the file that the environment names. */
const record: ResourceValidationPolicy & StackValidationPolicy = {
  name: "record",
  description: "Writes down what the policies saw.",
  enforcementLevel: "advisory",
  validateResource: (resource) => seen.see(resource),
  validateStack: ({ resources }) => {
    const plain = readPolicyResources(resources as readonly PolicyResource[], seen);
    writeFileSync(process.env["SOUNDNESS_RECORDING"] ?? "recording.json", recordingText({ resources: plain, figures: planFigures(plain) }));
  },
};

// The shipped policies, as their own pack gives them to the SDK, and the record, in one process: a second pack would cost as much as the preview.
const shipped = packArguments(eniConsolidation, () => "2026-01-01");
new PolicyPack("recording", { ...shipped, policies: [...shipped.policies, record] });

// The engine kills its packs, so nobody else would write what was compiled for the next one.
flushCompileCache();
