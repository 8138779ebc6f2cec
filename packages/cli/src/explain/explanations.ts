import { uncertainties } from "@lambda-vpc/model";
import type { Pack } from "@lambda-vpc/policy-kit";
import { awsErrors } from "./errors/aws-errors";
import type { AwsError } from "./errors/aws-error";
import type { Explanation } from "./explanation";
import { policyPage } from "./policy-page";
import { factsAt, type References } from "./references";

/** A pack, and the folder in which the pages of its policies are. */
export interface ExplainedPack {
  readonly pack: Pack;
  readonly folder: string;
}

/** What can be explained: its names, and the explanation, which is made when it is needed. */
export interface Explained {
  readonly names: readonly string[];
  /** Parts of messages that it is found by. */
  readonly messages: readonly RegExp[];
  readonly explanation: () => Explanation;
}

/** Everything that can be explained, policies of the pack included if there is one. */
export function explanations(references: References, explained: ExplainedPack | undefined): readonly Explained[] {
  return [
    ...(explained?.pack.policies ?? []).map((policy): Explained => ({
      names: [policy.id, ...(policy.formerly ?? [])],
      messages: [],
      explanation: () => explainPolicy(policy, explained?.folder ?? "", references),
    })),
    ...awsErrors.map((error): Explained => ({
      names: [...new Set([error.id, ...error.codes])],
      messages: error.messages ?? [],
      explanation: () => explainError(error, references),
    })),
    ...Object.entries(uncertainties).map(([id, { why, fix }]): Explained => ({
      names: [id],
      messages: [],
      explanation: () => ({
        ...{ kind: "cause", id, facts: [], related: ["basis", "uncertainty"] },
        title: "A number is not exact, or a finding is undecided.",
        meaning: [`The reason: ${why}.`],
        remedy: [fix],
      }),
    })),
    ...references.terms.map(({ term, meaning, code }): Explained => ({
      names: [term, ...(code === undefined ? [] : [code])],
      messages: [],
      explanation: () => ({
        ...{ kind: "term", id: term, facts: [], related: [], remedy: [] },
        title: meaning,
        meaning: code === undefined ? [] : [`In code: \`${code}\`.`],
      }),
    })),
  ];
}

function explainError({ id, title, meaning, remedy, facts, policies }: AwsError, references: References): Explanation {
  return { kind: "error", id, title, meaning, remedy, facts: factsAt(facts, references), related: policies };
}

function explainPolicy({ id, title, severity, level }: Pack["policies"][number], folder: string, references: References): Explanation {
  const page = policyPage(id, folder);
  return {
    ...{ kind: "policy", id, title, related: [] },
    meaning: [`Severity ${severity}, level ${level}.`, ...(page?.why ?? "").split(/\n{2,}/).filter((one) => one !== "")],
    remedy: page === undefined || page.prefer === "" ? [] : [page.prefer],
    facts: factsAt(page?.facts ?? [], references),
  };
}
