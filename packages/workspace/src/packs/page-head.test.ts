import { expect, test } from "@jest/globals";
import { pageHead } from "./page-head";

const policy = { id: "few-functions", title: "A stack has few functions.", severity: "low", level: "advisory" } as const;

test("a page begins with the rule, its severity and its level", () =>
  expect(pageHead(policy)).toBe("# few-functions\n\n**A stack has few functions.** Severity low, level advisory.\n"));

test("a page of a deprecated policy says how long it works", () =>
  expect(pageHead({ ...policy, deprecated: true })).toBe(
    "# few-functions\n\n**A stack has few functions.** Severity low, level advisory. **Deprecated**: it works until the next major version.\n",
  ));

test("a page of a renamed policy says what it was called", () =>
  expect(pageHead({ ...policy, formerly: ["small-stack"] })).toBe(
    "# few-functions\n\n**A stack has few functions.** Severity low, level advisory. Formerly `small-stack`.\n",
  ));
