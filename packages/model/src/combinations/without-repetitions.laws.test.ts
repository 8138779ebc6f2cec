import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import { countCombinations, countSets } from "./combinations";
import { sameReadings } from "../count/readings";
import { isExactAttachment, resolveAttachments, withoutRepetitions } from "./resolved-attachment";
import { arbitraryNetwork } from "../testing/arbitrary/arbitrary-network";
import { attach, listWithHoles, sampleNetwork, unknownList } from "../testing/samples/sample-network";

test("exact attachments that repeat an earlier one change no count", () => {
  checkLaw({ "an exact attachment is repeated": 30, "some attachment is not exact": 30 }, [arbitraryNetwork()], (network, met) => {
    const copies = network.attachments.map((attachment) => ({ ...attachment, consumer: `${attachment.consumer} again` }));
    const exact = new Set(resolveAttachments(network).flatMap((one) => (isExactAttachment(one) ? [`${one.consumer} again`] : [])));
    const repeated = resolveAttachments({
      ...network,
      attachments: [...network.attachments, ...copies.filter(({ consumer }) => exact.has(consumer))],
    });
    const different = withoutRepetitions(repeated);
    met("an exact attachment is repeated", exact.size > 0);
    met("some attachment is not exact", !repeated.every(isExactAttachment));
    for (const count of [countCombinations, countSets]) {
      expect(count(sameReadings(different))).toEqual(count(sameReadings(repeated)));
      expect(count(sameReadings(repeated))).toEqual(count({ lower: [...repeated], estimate: [...repeated], upper: [...repeated] }));
    }
  });
});

test("known lists and lists that their candidates fill are found again, in one account, and all others stay", () => {
  const filled = listWithHoles(2, ["x", "y"]);
  const attachments = [
    attach("a", ["s"], ["x", "y"]),
    attach("b", ["s"], ["x", "y"]),
    attach("c", ["s"], filled),
    attach("d", ["s"], filled),
    { ...attach("e", ["s"], filled), scope: "another" },
    attach("f", ["t"], ["x", "y"]),
    attach("g", ["s"], unknownList("x", "y")),
    attach("h", ["s"], unknownList("x", "y")),
  ];
  const different = withoutRepetitions(resolveAttachments(sampleNetwork({ attachments })));
  expect(different.map(({ consumer }) => consumer)).toEqual(["a", "c", "e", "f", "g", "h"]);
});

test("two functions with the same unknown elements may use different ones, so the most is that of both", () => {
  const attachments = [
    attach("orders", listWithHoles(1, ["s", "t", "u"]), ["x"]),
    attach("users", listWithHoles(1, ["s", "t", "u"]), ["x"]),
  ];
  const resolved = resolveAttachments(sampleNetwork({ attachments }));
  expect(countCombinations(sameReadings(resolved))).toMatchObject({ min: 1, max: 2 });
});
