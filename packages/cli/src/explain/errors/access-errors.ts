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
  {
    id: "InvalidAccessKeyId",
    codes: ["InvalidAccessKeyId"],
    messages: [/The AWS Access Key Id you provided does not exist/i],
    title: "S3 does not know the access key.",
    meaning: ["`lambda-vpc organisation collect` reads the bucket with the credentials of the AWS configuration. Nothing was read."],
    remedy: ["Sign in again, or set AWS_PROFILE to a profile that may read the bucket."],
    facts: ["docs/aws-facts.md#objects-of-s3"],
    policies: [],
  },
  {
    id: "NoSuchResourceException",
    codes: ["NoSuchResourceException"],
    messages: [],
    title: "Service Quotas has no applied value of the quota.",
    meaning: [
      "AWS granted the account no other value. `lambda-vpc audit` then asks for the default, with the action servicequotas:GetAWSDefaultServiceQuota.",
    ],
    remedy: ["Nothing needs to change. If the audit names a gap, allow servicequotas:GetAWSDefaultServiceQuota."],
    facts: ["docs/aws-facts.md#applied-quotas"],
    policies: [],
  },
];
