import { expect, test } from "@jest/globals";
import { type AddressNumber, asManyAs, beyondTheFirst, greatest, oneFor, sum, times } from "./further-addresses";
import { type Properties, UNKNOWN } from "../stack/value";

const [count, ips] = [asManyAs("count"), oneFor("ips")];

test.each<{ sentence: string; number: AddressNumber; inputs: Properties; addresses: number | typeof UNKNOWN }>([
  { sentence: "a count is as many", number: count, inputs: { count: 3 }, addresses: 3 },
  { sentence: "a negative count is none", number: count, inputs: { count: -3 }, addresses: 0 },
  { sentence: "an absent count is none", number: count, inputs: {}, addresses: 0 },
  { sentence: "a count that is a text is none", number: count, inputs: { count: "3" }, addresses: 0 },
  { sentence: "an unknown count is unknown", number: count, inputs: { count: UNKNOWN }, addresses: UNKNOWN },
  { sentence: "a list is one for each element, known or not", number: ips, inputs: { ips: ["10.0.0.4", UNKNOWN] }, addresses: 2 },
  { sentence: "an absent list is none", number: ips, inputs: {}, addresses: 0 },
  { sentence: "an unknown list is unknown", number: ips, inputs: { ips: UNKNOWN }, addresses: UNKNOWN },
  { sentence: "beyond the first of three are two", number: beyondTheFirst(count), inputs: { count: 3 }, addresses: 2 },
  { sentence: "beyond the first of none are none", number: beyondTheFirst(count), inputs: {}, addresses: 0 },
  { sentence: "a factor multiplies", number: times(16, count), inputs: { count: 3 }, addresses: 48 },
  { sentence: "the greatest of two counts", number: greatest(count, ips), inputs: { count: 1, ips: ["a", "b"] }, addresses: 2 },
  {
    sentence: "the greatest with an unknown is unknown",
    number: greatest(count, ips),
    inputs: { count: 1, ips: UNKNOWN },
    addresses: UNKNOWN,
  },
  { sentence: "the sum of two counts", number: sum(count, ips), inputs: { count: 1, ips: ["a", "b"] }, addresses: 3 },
  { sentence: "the sum with an unknown is unknown", number: sum(count, ips), inputs: { count: UNKNOWN, ips: ["a"] }, addresses: UNKNOWN },
])("$sentence", ({ number, inputs, addresses }) => {
  expect(number({ urn: "urn:1", type: "t", custom: true, inputs, outputs: {}, propertyDependencies: {} })).toBe(addresses);
});
