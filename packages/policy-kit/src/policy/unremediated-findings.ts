import { displayName, type Key, success } from "@lambda-vpc/model";
import type { Properties } from "@lambda-vpc/sources";
import type { Violation } from "../findings/finding";
import { holdsAssetArchive } from "./asset-archive";
import type { Policy } from "./define-policy";
import type { TargetVpcConfig } from "./remediation";

/** The policy, with a finding for each function that fits elsewhere and yet was not moved. `inputsOf` shows inputs as they are deployed. */
export function withUnremediatedFindings(policy: Policy, inputsOf: (consumer: Key) => Properties | undefined): Policy {
  const { remediation } = policy;
  if (remediation === undefined) return policy;
  return {
    ...policy,
    evaluate: (analysis, configuration) => {
      const evaluation = policy.evaluate(analysis, configuration);
      if (!evaluation.ok) return evaluation;
      const unremediated = analysis.network.attachments.flatMap(({ consumer }) => {
        const inputs = inputsOf(consumer);
        const target = inputs === undefined ? undefined : remediation(inputs, configuration);
        return inputs === undefined || target === undefined ? [] : notMoved(consumer, inputs, target);
      });
      const { findings, onUndecided } = evaluation.value;
      return success({ findings: [...findings, ...unremediated], onUndecided });
    },
  };
}

/** What cannot be moved is a warning: that a function is somewhere it should not be is for another policy to refuse. */
function notMoved(consumer: Key, inputs: Properties, { name, ...lists }: TargetVpcConfig): Violation {
  const stuck = holdsAssetArchive(inputs);
  const program = `vpcConfig: { subnetIds: ${JSON.stringify(lists.subnetIds)}, securityGroupIds: ${JSON.stringify(lists.securityGroupIds)} }`;
  return {
    verdict: stuck ? "warning" : "violation",
    subject: consumer,
    what: `${displayName(consumer)} fits ${name} and is not moved there${stuck ? ": its code is an AssetArchive" : ""}.`,
    why: stuck
      ? "the policy SDK breaks AssetArchives when it hands a resource back, and the preview would fail with it"
      : "the program says otherwise, and this policy changes it at the level remediate only",
    fix: `${stuck ? "give its code as a FileArchive" : "set the policy to remediate"}, or write ${program} in the program`,
    basis: "known",
  };
}
