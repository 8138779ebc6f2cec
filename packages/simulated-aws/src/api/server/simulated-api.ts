import { randomUUID } from "node:crypto";
import { simulatedUser } from "../../account/iam/simulated-user";
import { AwsError } from "../../account/store/aws-error";
import { isEnabled, isRegion } from "../../account/vpc/region";
import { recordedCall } from "../cloudtrail/recorded-call";
import type { AnswerObject } from "../operation/answer";
import type { RoleSession } from "../operation/call";
import { InvalidParameter } from "../operation/parameters";
import type { ErrorCodes, Service } from "../operation/service";
import type { TrailEvent } from "../operation/trail-event";
import { type CredentialScope, credentialScope } from "../protocol/credential-scope";
import type { HttpAnswer, HttpRequest } from "../protocol/http-message";
import type { OperationRequest } from "../protocol/protocol";
import { type Faults, matchesAction } from "./faults";
import { RoleSessions } from "./role-sessions";
import { accountOfKey, organizationOf, type ServedAccount, type ServedAccounts } from "./served-account";
import { actionOf, protocolOf, SERVICES } from "./services";

/** An answer, and whether it ends half way. */
export interface SimulatedAnswer extends HttpAnswer {
  readonly cut: boolean;
}

/** Whose request it is, and in which account. */
interface Authenticated {
  readonly scope: CredentialScope;
  readonly account: ServedAccount;
  /** Absent for a user of the account. */
  readonly session: RoleSession | undefined;
}

/** AWS's API over the accounts of an organization. It answers requests one after the other. */
export class SimulatedApi {
  readonly #sessions: RoleSessions;
  readonly #recorded: TrailEvent[] = [];
  #calls = 0;

  /**
   * @param reportBug receives what no request should cause
   * @param buckets the folders of the buckets of S3, by their names; all accounts see them
   */
  constructor(
    readonly accounts: ServedAccounts,
    readonly faults: Faults,
    readonly now: () => number,
    readonly reportBug: (text: string) => void,
    readonly buckets: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#sessions = new RoleSessions(now);
  }

  answer(request: HttpRequest): SimulatedAnswer {
    const requestId = randomUUID();
    const scope = credentialScope(request);
    const service = SERVICES.find(({ name }) => name === scope?.service) ?? serviceWithoutScope(request);
    const protocol = protocolOf(service, request);
    const codes = { ...protocol.errorCodes, ...service.errorCodes };
    const { cutEvery } = this.faults;
    this.#calls += 1;
    const cut = cutEvery !== undefined && this.#calls % cutEvery === 0;
    try {
      const authenticated = this.#authenticate(request, scope, codes);
      const requested = protocol.read(service, request);
      if (typeof requested === "string" || service.name !== authenticated.scope.service)
        throw notSimulated(codes, authenticated.scope, requested);
      const answer = this.#answer(service, requested, codes, authenticated);
      return { ...protocol.answer(service, requested.operation, answer, requestId), cut };
    } catch (error) {
      return { ...protocol.error(service, this.#awsError(error, codes), requestId), cut };
    }
  }

  #authenticate(request: HttpRequest, scope: CredentialScope | undefined, codes: ErrorCodes): Authenticated {
    if (scope === undefined)
      throw new AwsError(
        codes.unsigned,
        "The request must contain a signature of version 4 in the header Authorization: Missing Authentication Token",
      );
    // A Region that AWS does not have (docs/aws-facts.md#unknown-regions).
    if (!isRegion(scope.region))
      throw new AwsError(codes.invalidScope, `Credential should be scoped to a valid region, not '${scope.region}'. `);
    const session = this.#sessions.find(scope.accessKeyId, request.headers["x-amz-security-token"]);
    if (this.faults.expired || session === "expired")
      throw new AwsError(codes.expired, "The security token included in the request is expired");
    const account =
      typeof session === "object"
        ? this.accounts.find(({ id }) => id === session.accountId)
        : accountOfKey(this.accounts, scope.accessKeyId);
    // So does AWS answer in a Region that the account has not enabled (docs/aws-facts.md#regions).
    if (session === "unknown" || account === undefined || !account.run((opened) => isEnabled(opened, scope.region)))
      throw new AwsError(codes.unknownCredentials, "The security token included in the request is invalid.");
    return { scope, account, session };
  }

  #answer(
    service: Service,
    { operation, members }: OperationRequest,
    codes: ErrorCodes,
    { scope: { accessKeyId, region }, account: served, session }: Authenticated,
  ): AnswerObject {
    const { throttleEvery, denied } = this.faults;
    if (throttleEvery !== undefined && this.#calls % throttleEvery === 0) throw new AwsError(codes.throttled, "Rate exceeded");
    const action = actionOf(service, operation);
    return served.run((account) => {
      const { arn, userId } = session ?? simulatedUser(account);
      if (matchesAction(denied, action))
        throw new AwsError(
          codes.denied,
          `User: ${arn} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
        );
      const call = { account, region, now: this.now(), caller: { arn, userId }, accessKeyId };
      const organization = organizationOf(this.accounts, account, this.faults);
      const assumeRole = this.#sessions.issue.bind(this.#sessions);
      const answer = operation.run({ ...call, recorded: this.#recorded, organization, buckets: this.buckets, assumeRole }, members);
      const event = recordedCall(action, members, call);
      if (event !== undefined) this.#recorded.push(event);
      return answer;
    });
  }

  #awsError(error: unknown, codes: ErrorCodes): AwsError {
    if (error instanceof AwsError) return error;
    if (error instanceof InvalidParameter) return new AwsError(codes.invalidParameter, error.message);
    this.reportBug(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return new AwsError("InternalFailure", error instanceof Error ? error.message : String(error));
  }
}

/** The services of forms, by the version that a form names. */
const VERSIONS: ReadonlyMap<string, string> = new Map([
  ["2010-08-01", "monitoring"],
  ["2011-06-15", "sts"],
]);

/** The service whose form an answer takes if no signature names one. */
function serviceWithoutScope({ headers, path, query, body }: HttpRequest): Service {
  const target = headers["x-amz-target"] ?? /^\/service\/([^/]+)\/operation\//.exec(path)?.[1];
  const form = new URLSearchParams([...query, ...new URLSearchParams(body)]);
  const name =
    target !== undefined
      ? (SERVICES.find(({ targetPrefix }) => targetPrefix !== undefined && target.split(".").includes(targetPrefix))?.name ??
        "servicequotas")
      : path !== ""
        ? path.startsWith("/2015-02-01/")
          ? "elasticfilesystem"
          : "lambda"
        : (VERSIONS.get(form.get("Version") ?? "") ?? "ec2");
  const service = SERVICES.find((one) => one.name === name);
  if (service === undefined) throw new Error(`Bug in simulated AWS: no service ${name}`);
  return service;
}

function notSimulated({ unknownOperation }: ErrorCodes, { service }: CredentialScope, requested: OperationRequest | string): AwsError {
  const known = SERVICES.find(({ name }) => name === service);
  const operation = typeof requested === "string" ? requested : requested.operation.name;
  return new AwsError(
    unknownOperation,
    known === undefined
      ? `Simulated AWS has no service ${service}. It has ${SERVICES.map(({ name }) => name).join(", ")}`
      : `Simulated AWS does not have the operation ${JSON.stringify(operation)} of ${service}. It has ${known.operations.map(({ name }) => name).join(", ")}`,
  );
}
