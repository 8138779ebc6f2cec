import { expect, test } from "@jest/globals";
import { pageHead } from "./page-head";

const policy = { id: "few-functions", title: "A stack has few functions.", severity: "low", level: "advisory" } as const;

test("a page begins with the rule, its severity and its level", () =>
  expect(pageHead(policy)).toBe(
    "# few-functions\n\n**A stack has few functions.** Severity low, level advisory. Refused before creation: no.\n",
  ));

test("a page of a deprecated policy says how long it works", () =>
  expect(pageHead({ ...policy, deprecated: true })).toBe(
    "# few-functions\n\n**A stack has few functions.** Severity low, level advisory. Refused before creation: no. **Deprecated**: it works until the next major version.\n",
  ));

test("a page of a renamed policy says what it was called", () =>
  expect(pageHead({ ...policy, formerly: ["small-stack"] })).toBe(
    "# few-functions\n\n**A stack has few functions.** Severity low, level advisory. Refused before creation: no. Formerly `small-stack`.\n",
  ));

test.each([
  { monotone: true as const, says: "Refused before creation: yes." },
  { monotone: { for: "functions without subnets" }, says: "Refused before creation: yes, for functions without subnets." },
])("a page says what an update refuses: $says", ({ monotone, says }) => expect(pageHead({ ...policy, monotone })).toContain(says));
