import { EC2Client } from "@aws-sdk/client-ec2";
import { EFSClient } from "@aws-sdk/client-efs";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import { STSClient } from "@aws-sdk/client-sts";
import { fromIni, fromNodeProviderChain, fromTemporaryCredentials } from "@aws-sdk/credential-providers";

/** Whose account is read, in which Region. Credentials come from the default chain of the SDK. */
export interface AccountAccess {
  /** The Region; that of the profile or the environment if not given. */
  readonly region?: string;
  /** A profile of the shared configuration files. */
  readonly profile?: string;
  /** A role to assume with those credentials, by its ARN. */
  readonly role?: string;
}

/** The clients of one Region of one account. */
export interface AwsClients {
  readonly ec2: EC2Client;
  readonly efs: EFSClient;
  readonly lambda: LambdaClient;
  readonly serviceQuotas: ServiceQuotasClient;
  readonly sts: STSClient;
}

/** How often a call is tried. AWS throttles the lists of Lambda at a few calls per second, so waiting is normal. */
const ATTEMPTS = 8;

/** Clients that repeat a throttled call, more slowly each time (the mode `adaptive` of the SDK). */
export function awsClients({ region, profile, role }: AccountAccess): AwsClients {
  const own = profile === undefined ? fromNodeProviderChain() : fromIni({ profile });
  const settings = {
    ...(region === undefined ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
    credentials:
      role === undefined
        ? own
        : fromTemporaryCredentials({
            masterCredentials: own,
            params: { RoleArn: role, RoleSessionName: "lambda-vpc" },
            ...(region === undefined ? {} : { clientConfig: { region } }),
          }),
    retryMode: "adaptive",
    maxAttempts: ATTEMPTS,
  };
  return {
    ec2: new EC2Client(settings),
    efs: new EFSClient(settings),
    lambda: new LambdaClient(settings),
    serviceQuotas: new ServiceQuotasClient(settings),
    sts: new STSClient(settings),
  };
}

/** Ends the connections of the clients. */
export function closeClients(clients: AwsClients): void {
  for (const client of [clients.ec2, clients.efs, clients.lambda, clients.serviceQuotas, clients.sts]) client.destroy();
}
