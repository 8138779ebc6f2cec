import { readAccount } from "@lambda-vpc/account";
import type { AccountReading } from "@lambda-vpc/model";

/** What the default chain of the AWS SDK finds. The served account accepts any keys. */
const credentials = { AWS_ACCESS_KEY_ID: "AKIASIMULATED", AWS_SECRET_ACCESS_KEY: "simulated", AWS_EC2_METADATA_DISABLED: "true" };

/** Reads the account that is served at a URL. Its endpoint and credentials are variables of this process meanwhile, as users set them. */
export async function readServedAccount(url: string): Promise<AccountReading> {
  const before = { ...process.env };
  Object.assign(process.env, credentials, { AWS_ENDPOINT_URL: url });
  try {
    return await readAccount({ region: "us-east-1" });
  } finally {
    process.env = before;
  }
}
