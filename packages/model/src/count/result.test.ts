import { expect, test } from "@jest/globals";

import { failure, success } from "./result";

test("success has a value, and a refusal has its reason", () => {
  expect(success(7)).toEqual({ ok: true, value: 7 });
  expect(failure("no")).toEqual({ ok: false, error: "no" });
});
