import { expect, test } from "@jest/globals";
import { AnalyzerResource, AnalyzeRequest, AnalyzeStackRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { observeSecrets } from "./observed-secrets";

/** A value as the engine marks it. */
function secret(value: JavaScriptValue): JavaScriptValue {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

const properties = Struct.fromJavaScript({
  role: secret("hidden-role"),
  plain: "plain-text",
  vpcConfig: { subnetIds: [secret("hidden-subnet"), "plain-subnet"], securityGroupIds: secret(["hidden-group"]) },
});

const methods = () => ({
  analyze: { requestDeserialize: (bytes: Buffer) => AnalyzeRequest.deserializeBinary(bytes) },
  analyzeStack: { requestDeserialize: (bytes: Buffer) => AnalyzeStackRequest.deserializeBinary(bytes) },
});

const text = "hidden-role hidden-subnet hidden-group plain-text plain-subnet";
const shown = "[secret] [secret] [secret] plain-text plain-subnet";

test("the secrets of a resource are known once its request is read, and the request is as before", () => {
  const service = methods();
  const secrets = observeSecrets(service);
  const request = new AnalyzeRequest().setUrn("urn").setProperties(properties);
  expect(service.analyze.requestDeserialize(Buffer.from(request.serializeBinary())).toObject()).toEqual(request.toObject());
  expect(secrets.hide(text)).toBe(shown);
});

test("the secrets of all resources of a stack are known too", () => {
  const service = methods();
  const secrets = observeSecrets(service);
  const request = new AnalyzeStackRequest().setResourcesList([new AnalyzerResource(), new AnalyzerResource().setProperties(properties)]);
  service.analyzeStack.requestDeserialize(Buffer.from(request.serializeBinary()));
  expect(secrets.hide(text)).toBe(shown);
});

test("a request without secrets adds none", () => {
  const service = methods();
  const secrets = observeSecrets(service);
  const request = new AnalyzeRequest().setProperties(Struct.fromJavaScript({ role: "hidden-role" }));
  service.analyze.requestDeserialize(Buffer.from(request.serializeBinary()));
  expect(secrets.isEmpty).toBe(true);
});
