import { randomUUID } from "node:crypto";
import { simulatedUser } from "../../account/iam/simulated-user";
import { AwsError } from "../../account/store/aws-error";
import type { RunInAccount } from "../../account/store/run-in-account";
import { isEnabled } from "../../account/vpc/region";
import { recordedCall } from "../cloudtrail/recorded-call";
import type { AnswerObject } from "../operation/answer";
import { InvalidParameter } from "../operation/parameters";
import type { ErrorCodes, Service } from "../operation/service";
import type { TrailEvent } from "../operation/trail-event";
import { type CredentialScope, credentialScope } from "../protocol/credential-scope";
import type { HttpAnswer, HttpRequest } from "../protocol/http-message";
import type { OperationRequest } from "../protocol/protocol";
import { type Faults, matchesAction } from "./faults";
import { RoleSessions } from "./role-sessions";
import { actionOf, protocolOf, SERVICES } from "./services";

/** An answer, and whether it ends half way. */
export interface SimulatedAnswer extends HttpAnswer {
  readonly cut: boolean;
}

/** AWS's API over an account. It answers requests one after the other. */
export class SimulatedApi {
  readonly #sessions: RoleSessions;
  readonly #recorded: TrailEvent[] = [];
  #calls = 0;

  /** @param reportBug receives what no request should cause */
  constructor(
    readonly run: RunInAccount,
    readonly faults: Faults,
    readonly now: () => number,
    readonly reportBug: (text: string) => void,
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
      if (typeof requested === "string" || service.name !== authenticated.service) throw notSimulated(codes, authenticated, requested);
      const answer = this.#answer(service, requested, codes, authenticated, request.headers["x-amz-security-token"]);
      return { ...protocol.answer(service, requested.operation, answer, requestId), cut };
    } catch (error) {
      return { ...protocol.error(service, this.#awsError(error, codes), requestId), cut };
    }
  }

  #authenticate(request: HttpRequest, scope: CredentialScope | undefined, codes: ErrorCodes): CredentialScope {
    if (scope === undefined)
      throw new AwsError(
        codes.unsigned,
        "The request must contain a signature of version 4 in the header Authorization: Missing Authentication Token",
      );
    const session = this.#sessions.find(scope.accessKeyId, request.headers["x-amz-security-token"]);
    if (this.faults.expired || session === "expired")
      throw new AwsError(codes.expired, "The security token included in the request is expired");
    // So does AWS answer in a Region that the account has not enabled (docs/aws-facts.md#regions).
    if (session === "unknown" || !this.run((account) => isEnabled(account, scope.region)))
      throw new AwsError(codes.unknownCredentials, "The security token included in the request is invalid.");
    return scope;
  }

  #answer(
    service: Service,
    { operation, members }: OperationRequest,
    codes: ErrorCodes,
    { accessKeyId, region }: CredentialScope,
    token: string | undefined,
  ): AnswerObject {
    const { throttleEvery, denied } = this.faults;
    if (throttleEvery !== undefined && this.#calls % throttleEvery === 0) throw new AwsError(codes.throttled, "Rate exceeded");
    const action = actionOf(service, operation.name);
    return this.run((account) => {
      const session = this.#sessions.find(accessKeyId, token);
      const caller = typeof session === "object" ? session : simulatedUser(account);
      if (matchesAction(denied, action))
        throw new AwsError(
          codes.denied,
          `User: ${caller.arn} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
        );
      const assumeRole = this.#sessions.issue.bind(this.#sessions);
      const call = { account, region, now: this.now(), caller: { arn: caller.arn, userId: caller.userId }, accessKeyId };
      const answer = operation.run({ ...call, recorded: this.#recorded, assumeRole }, members);
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
