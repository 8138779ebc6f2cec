import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { type Answer, Instant } from "../operation/answer";
import { InvalidParameter } from "../operation/parameters";
import { cborOf, valueOfCbor } from "./cbor";

const answers = fc.letrec<{ answer: Answer }>((tie) => ({
  answer: fc.oneof(
    { depthSize: "small" },
    fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.string({ unit: "binary" }),
    fc.boolean(),
    fc.integer({ min: 0, max: 2 ** 40 }).map((seconds) => new Instant(seconds)),
    fc.array(tie("answer"), { maxLength: 30 }),
    fc.dictionary(fc.string(), tie("answer"), { noNullPrototype: true }).filter((value) => !Object.hasOwn(value, "__proto__")),
  ),
})).answer;

test("CBOR reads what it wrote, with times as seconds", () => {
  checkLaw({ "an answer with parts": 20 }, [answers], (answer, met) => {
    met("an answer with parts", typeof answer === "object" && JSON.stringify(answer).length > 10);
    const { expected } = JSON.parse(JSON.stringify({ expected: answer })) as { expected: unknown };
    expect(valueOfCbor(cborOf(answer))).toEqual(expected);
  });
});

describe("CBOR of other writers is read", () => {
  // The examples of RFC 8949, appendix A.
  test.each<readonly [string, unknown]>([
    ["1bffffffffffffffff", 18446744073709551616],
    ["3863", -100],
    ["fa47c35000", 100000],
    ["fb3ff199999999999a", 1.1],
    ["c11a514b67b0", 1363896240],
    ["c1fb41d452d9ec200000", 1363896240.5],
    ["7f657374726561646d696e67ff", "streaming"],
    ["9f018202039f0405ffff", [1, [2, 3], [4, 5]]],
    ["bf6346756ef563416d7421ff", { Fun: true, Amt: -2 }],
    ["f6", undefined],
  ])("%s", (hex, value) => {
    expect(valueOfCbor(Buffer.from(hex, "hex"))).toEqual(value);
  });

  test.each(["", "18", "82", "8201", "62c3", "ff", "0000", "f8ff", "1c", "9f", "81".repeat(100), "9bffffffffffffffff"])(
    "bytes %s that are not one value are refused",
    (hex) => {
      expect(() => valueOfCbor(Buffer.from(hex, "hex"))).toThrow(InvalidParameter);
    },
  );
});
