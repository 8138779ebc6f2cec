import { expect, test } from "@jest/globals";
import { forgetStaticSurvivors } from "./forget-static-survivors";

test("only mutants that survived in code that runs on load are forgotten; all else stays", () => {
  const killed = { id: "1", static: true, status: "Killed" } as const;
  const tested = { id: "2", static: false, status: "Survived" } as const;
  const unsaid = { id: "3", status: "Survived" } as const;
  const onLoad = { id: "4", static: true, status: "Survived" } as const;
  const report = { schemaVersion: "1.0", files: { "a.ts": { source: "a", mutants: [killed, tested, unsaid, onLoad] } } };
  expect(forgetStaticSurvivors(report)).toEqual({
    schemaVersion: "1.0",
    files: { "a.ts": { source: "a", mutants: [killed, tested, unsaid] } },
  });
});
