import { expect, test } from "@jest/globals";
import { reportUncheckedStack } from "./unchecked-stack";

type Call = "analyze" | "analyzeStack" | "cancel";

/** What is reported after these calls of the engine. */
function reported(...calls: readonly Call[]): readonly string[] {
  const texts: string[] = [];
  const method = () => ({ requestDeserialize: (bytes: Buffer): unknown => bytes });
  const methods = { analyze: method(), analyzeStack: method(), cancel: method() };
  reportUncheckedStack("my-pack", (text) => texts.push(text), methods);
  for (const call of calls) expect(methods[call].requestDeserialize(Buffer.from(call))).toEqual(Buffer.from(call));
  return texts;
}

test.each<{ sentence: string; calls: readonly Call[] }>([
  { sentence: "a stack that is checked", calls: ["analyze", "analyze", "analyzeStack", "cancel"] },
  { sentence: "a preview and an update that are both checked", calls: ["analyze", "analyzeStack", "analyze", "analyzeStack", "cancel"] },
  { sentence: "an operation without a resource", calls: ["cancel"] },
])("nothing is reported of $sentence", ({ calls }) => expect(reported(...calls)).toEqual([]));

test.each<{ sentence: string; calls: readonly Call[] }>([
  { sentence: "no stack is checked after the resources", calls: ["analyze", "cancel"] },
  { sentence: "the preview is checked and the update is not", calls: ["analyze", "analyzeStack", "analyze", "cancel"] },
  { sentence: "the engine cancels twice", calls: ["analyze", "cancel", "cancel"] },
])("it is reported once if $sentence", ({ calls }) => {
  expect(reported(...calls)).toEqual([expect.stringMatching(/^my-pack did not check this stack, /)]);
});
