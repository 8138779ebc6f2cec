import { expect, test } from "@jest/globals";
import { formatReport, parseReport } from "../findings/report-text";
import { reportInternalError } from "./report-internal-error";

/** What is reported if deciding throws `fault`. */
function reported(fault: unknown): unknown {
  const reports = reportInternalError({ id: "few-things" }, () => {
    throw fault;
  });
  return reports.map(({ message }) => parseReport(message));
}

function withStack(fault: Error, stack: string | undefined): Error {
  return Object.defineProperty(fault, "stack", { value: stack });
}

test.each<{ sentence: string; fault: unknown; place: string }>([
  {
    sentence: "an error is reported with its kind and the first place of its stack",
    fault: withStack(
      new TypeError("a secret"),
      "TypeError: a secret\n    at check (/pack/few-things.js:7:3)\n    at run (/pack/run.js:1:1)",
    ),
    place: "TypeError at check (/pack/few-things.js:7:3)",
  },
  {
    sentence: "an error without a stack has an unknown place",
    fault: withStack(new Error("a secret"), undefined),
    place: "Error at an unknown place",
  },
  {
    sentence: "an error with an empty stack has an unknown place",
    fault: withStack(new Error("a secret"), "Error"),
    place: "Error at an unknown place",
  },
  { sentence: "what is thrown and is no error is reported by its type", fault: "a secret", place: "string at an unknown place" },
])("$sentence", ({ fault, place }) => {
  expect(reported(fault)).toEqual([{ kind: "internal-error", policy: "few-things", place }]);
});

test("what is decided without a fault is returned", () => {
  const reports = [{ message: formatReport({ kind: "statement", text: "36 things" }) }];
  expect(reportInternalError({ id: "few-things" }, () => reports)).toBe(reports);
});
