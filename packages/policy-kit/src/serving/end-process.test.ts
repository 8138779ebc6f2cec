import { afterEach, expect, jest, test } from "@jest/globals";
import type * as endProcess from "./end-process";

afterEach(() => {
  jest.dontMock("node:fs");
  jest.restoreAllMocks();
});

test("the last words are on the standard error before the process ends with 1", () => {
  const steps: unknown[] = [];
  jest.doMock("node:fs", () => ({ writeSync: (stream: number, text: string) => steps.push({ stream, text }) }));
  jest.spyOn(process, "exit").mockImplementation((code) => {
    steps.push({ code });
    throw new Error("the end");
  });
  jest.isolateModules(() => {
    const { endProcess: end } = jest.requireActual("./end-process") as typeof endProcess;
    expect(() => end("stopped:\nwhy")).toThrow("the end");
  });
  expect(steps).toEqual([{ stream: 2, text: "stopped:\nwhy\n" }, { code: 1 }]);
});
