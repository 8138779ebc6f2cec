import { GetAWSDefaultServiceQuotaCommand, GetServiceQuotaCommand, type ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import type { Caller } from "../calls/caller";

/** The quota of Hyperplane ENIs per VPC (docs/aws-facts.md#eni-quota). */
const QUOTA = { ServiceCode: "lambda", QuotaCode: "L-9FEE3D26" };

/** The granted quota of ENIs per VPC: the default one if AWS has granted no other. */
export async function readQuota(client: ServiceQuotasClient, caller: Caller): Promise<number | undefined> {
  const granted = await caller.ask({ part: "quotas", call: "servicequotas:GetServiceQuota" }, () =>
    client.send(new GetServiceQuotaCommand(QUOTA)).catch((error: unknown) => {
      if (error instanceof Error && error.name === "NoSuchResourceException") return "default" as const;
      throw error;
    }),
  );
  if (granted !== "default") return granted?.Quota?.Value;
  const usual = await caller.ask({ part: "quotas", call: "servicequotas:GetAWSDefaultServiceQuota" }, () =>
    client.send(new GetAWSDefaultServiceQuotaCommand(QUOTA)),
  );
  return usual?.Quota?.Value;
}
