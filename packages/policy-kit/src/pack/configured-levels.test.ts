import { expect, test } from "@jest/globals";
import { ConfigureAnalyzerRequest, EnforcementLevel, PolicyConfig } from "@pulumi/pulumi/proto/analyzer_pb";
import { observeLevels } from "./configured-levels";

function requestOf(levels: Readonly<Record<string, EnforcementLevel>>): ConfigureAnalyzerRequest {
  const request = new ConfigureAnalyzerRequest();
  for (const [policy, level] of Object.entries(levels))
    request.getPolicyconfigMap().set(policy, new PolicyConfig().setEnforcementlevel(level));
  return request;
}

const { ADVISORY, DISABLED, MANDATORY, REMEDIATE } = EnforcementLevel;

test("the levels of the last configuration are known, and reading it is unchanged", () => {
  const requests = [requestOf({ a: ADVISORY, b: MANDATORY, c: REMEDIATE, d: DISABLED }), requestOf({ a: MANDATORY })];
  const method = { requestDeserialize: (bytes: Buffer) => requests[bytes.length] ?? requestOf({}) };
  const levels = observeLevels(method);
  expect(levels()).toEqual(new Map());
  expect(method.requestDeserialize(Buffer.alloc(0))).toBe(requests[0]);
  expect(levels()).toEqual(
    new Map([
      ["a", "advisory"],
      ["b", "mandatory"],
      ["c", "mandatory"],
    ]),
  );
  method.requestDeserialize(Buffer.alloc(1));
  expect(levels()).toEqual(new Map([["a", "mandatory"]]));
});

test("a request of another form leaves the levels unknown, and is read as it is", () => {
  const foreign = { getPolicyconfigMap: () => undefined } as unknown as ConfigureAnalyzerRequest;
  const method = { requestDeserialize: () => foreign };
  const levels = observeLevels(method);
  expect(method.requestDeserialize()).toBe(foreign);
  expect(levels()).toEqual(new Map());
});
