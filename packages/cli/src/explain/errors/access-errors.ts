import type { AwsError } from "./aws-error";

/** Why AWS does not answer who reads an account. */
export const accessErrors: readonly AwsError[] = [
  {
    id: "InvalidSignatureException",
    codes: ["InvalidSignatureException", "SignatureDoesNotMatch"],
    messages: [/Credential should be scoped to a valid region/i],
    title: "The request is signed for a Region that the service does not have.",
    meaning: ["`lambda-vpc audit` asks the Region of --region, AWS_REGION or the profile. Nothing was read there."],
    remedy: [
      "Correct the name of the Region, such as eu-central-1. If it is right, correct the secret access key and the clock of the machine.",
    ],
    facts: ["docs/aws-facts.md#unknown-regions", "docs/aws-facts.md#regions"],
    policies: [],
  },
];
