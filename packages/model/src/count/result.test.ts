import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { allOf, failure, type Result, success } from "./result";

const results = fc.array(
  fc.oneof(
    fc.integer().map((value): Result<number> => success(value)),
    fc.string().map((error): Result<number> => failure(error)),
  ),
);

test("all results are their values in order, or the first refusal", () => {
  fc.assert(
    fc.property(results, (given) => {
      const refusal = given.find(({ ok }) => !ok);
      expect(allOf(given)).toEqual(refusal ?? success(given.map((one) => (one.ok ? one.value : undefined))));
    }),
  );
});

test("success has a value, and a refusal has its reason", () => {
  expect(success(7)).toEqual({ ok: true, value: 7 });
  expect(failure("no")).toEqual({ ok: false, error: "no" });
});

test("nothing at all succeeds", () => {
  expect(allOf([])).toEqual({ ok: true, value: [] });
});
