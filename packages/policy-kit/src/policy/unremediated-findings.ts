import { displayName, type Key, success } from "@lambda-vpc/model";
import type { Properties } from "@lambda-vpc/sources";
import type { Violation } from "../findings/finding";
import { byHand, change, oneOfFixes } from "../fix/fix";
import { holdsAssetArchive } from "./asset-archive";
import type { Policy } from "./define-policy";
import type { TargetVpcConfig } from "./remediation";

/** The policy, with a finding for each function that it would move and that was not moved. `inputsOf` returns inputs as they are deployed. */
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

/** A function that cannot be moved is a warning: another policy rejects a wrong configuration. */
function notMoved(consumer: Key, inputs: Properties, { name, ...lists }: TargetVpcConfig): Violation {
  const stuck = holdsAssetArchive(inputs);
  const move = change([
    { step: "set-vpc-config", functions: [consumer], subnets: lists.subnetIds, securityGroups: lists.securityGroupIds },
  ]);
  const remediated = stuck
    ? byHand("use a FileArchive for the code", "the program does not show the files")
    : byHand("set the policy to remediate", "the level is part of the configuration of the pack");
  return {
    verdict: stuck ? "warning" : "violation",
    subject: consumer,
    what: `Function ${displayName(consumer)} matches ${name} and is not moved${stuck ? ": its code is an AssetArchive" : ""}.`,
    why: stuck
      ? "The policy SDK cannot return an AssetArchive: the preview would fail."
      : "This policy changes a function only at the level remediate.",
    fix: oneOfFixes(move, remediated),
    basis: "known",
  };
}
