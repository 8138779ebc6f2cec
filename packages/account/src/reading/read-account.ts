import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { AccountReading } from "@lambda-vpc/model";
import { type AccountAccess, awsClients, type AwsClients, closeClients } from "../calls/aws-clients";
import { Caller } from "../calls/caller";
import { AccountError, accountError } from "./account-error";
import { readFunctions } from "./read-functions";
import { readMountTargets } from "./read-mount-targets";
import { readInterfaces, readSecurityGroups, readSubnets, readVpcs } from "./read-network-parts";
import { readQuota } from "./read-quota";
import type { ReadingProgress } from "./reading-progress";

export interface ReadAccountOptions {
  /** Whether to read the tags of functions, which takes one call for each. They are not read if not given. */
  readonly tags?: boolean;
  /** How many calls of one service run at the same time; 16 if not given. */
  readonly concurrency?: number;
  readonly progress?: ReadingProgress;
  /** The present time in milliseconds since 1970; the clock of the machine if not given. */
  readonly now?: () => number;
}

/**
 * Reads one Region of one account, and writes nothing. What AWS denies or cuts is a gap of the reading.
 *
 * ```ts
 * const reading = await readAccount({ region: "eu-central-1" });
 * const { interfaces } = auditAccount(reading);
 * ```
 *
 * @throws AccountError if nothing can be read: no credentials or Region, expired credentials, a Region that is off, or no connection.
 */
export async function readAccount(access: AccountAccess, options: ReadAccountOptions = {}): Promise<AccountReading> {
  const clients = awsClients(access);
  try {
    return await readWith(clients, options);
  } finally {
    closeClients(clients);
  }
}

async function readWith(clients: AwsClients, options: ReadAccountOptions): Promise<AccountReading> {
  const { tags = false, concurrency = 16, progress = () => undefined, now = Date.now } = options;
  const region = await regionOf(clients);
  const readAt = new Date(now()).toISOString();
  const account = await accountOf(clients, region);
  const caller = new Caller();
  const { ec2, efs, lambda, serviceQuotas } = clients;
  const [functions, vpcs, subnets, securityGroups, interfaces, mountTargets, interfacesPerVpc] = await Promise.all([
    readFunctions({ lambda, caller, concurrency, tags, progress }),
    readVpcs(ec2, caller),
    readSubnets(ec2, caller),
    readSecurityGroups(ec2, caller),
    readInterfaces(ec2, caller),
    readMountTargets(efs, caller, concurrency),
    readQuota(serviceQuotas, caller),
  ]);
  return {
    ...{ account, region, readAt, functions, vpcs, subnets, securityGroups, interfaces, mountTargets, gaps: caller.gaps },
    ...(interfacesPerVpc === undefined ? {} : { interfacesPerVpc }),
  };
}

async function regionOf({ sts }: AwsClients): Promise<string> {
  try {
    return await sts.config.region();
  } catch (error) {
    throw new AccountError("no-region", "No Region is set. Pass --region, or set AWS_REGION.", { cause: error });
  }
}

/** The number of the account. AWS answers this call without any permission, so its failure is the reason why nothing else will work. */
async function accountOf({ sts }: AwsClients, region: string): Promise<string> {
  try {
    const { Account = "" } = await sts.send(new GetCallerIdentityCommand({}));
    return Account;
  } catch (error) {
    throw accountError(error, region);
  }
}
