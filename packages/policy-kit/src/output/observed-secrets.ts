import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzeRequest, AnalyzeStackRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { type ObservedMethod, observeRequests } from "./observe-requests";
import { SecretTexts } from "./secret-texts";

/** As much of the engine's service as is observed. */
export interface ResourceMethods {
  readonly analyze: ObservedMethod<AnalyzeRequest>;
  readonly analyzeStack: ObservedMethod<AnalyzeStackRequest>;
}

type Struct = NonNullable<ReturnType<AnalyzeRequest["getProperties"]>>;
type Value = NonNullable<ReturnType<ReturnType<Struct["getFieldsMap"]>["get"]>>;

/** The key that marks an object as a special value, and the value of that key for secrets (docs/engine-facts.md#secrets-in-policies). */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/**
 * Observes which texts the engine marks as secret. The SDK removes the marks before it calls a policy, but reads each request with the service definition
 * that it shares with this process. Call it before the pack is served. With an SDK that reads otherwise, no secret is known.
 */
export function observeSecrets({ analyze, analyzeStack }: ResourceMethods = AnalyzerService): SecretTexts {
  const secrets = new SecretTexts();
  observe(analyze, (request) => collect(request.getProperties(), secrets));
  observe(analyzeStack, (request) => request.getResourcesList().forEach((resource) => collect(resource.getProperties(), secrets)));
  return secrets;
}

function observe<R>(method: ObservedMethod<R>, look: (request: R) => void): void {
  observeRequests(method, (request, bytes) => {
    // Most requests have no secret. Looking through bytes costs little.
    if (bytes.includes(SECRET)) look(request);
  });
}

/** Adds every secret in the properties, at any depth. */
function collect(properties: Struct | undefined, secrets: SecretTexts): void {
  properties?.getFieldsMap().forEach((value) => collectIn(value, secrets));
}

function collectIn(value: Value, secrets: SecretTexts): void {
  const struct = value.getStructValue();
  if (struct?.getFieldsMap().get(SIGNATURE)?.getStringValue() === SECRET) secrets.add(struct.getFieldsMap().get("value")?.toJavaScript());
  else if (struct !== undefined) collect(struct, secrets);
  else
    value
      .getListValue()
      ?.getValuesList()
      .forEach((element) => collectIn(element, secrets));
}
