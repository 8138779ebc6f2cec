import { expect, test } from "@jest/globals";
import { isZoneId, zoneSlot } from "./zone-slot";

test.each([
  ["us-east-1a", 0],
  ["us-east-1f", 5],
  ["ap-northeast-3h", 7],
  ["us-gov-west-1c", 2],
  ["use1-az1", 0],
  ["usgw1-az3", 2],
  ["apne1-az4", 3],
])("%s has slot %i, whatever other zones there are", (zone, slot) => {
  expect(zoneSlot(zone)).toEqual({ valid: true, slot });
});

test.each([
  ["us-east-1-bos-1a", "is a Local or Wavelength Zone"],
  ["use1-bos1-az1", "is a Local or Wavelength Zone"],
  ["us-east-1", "is no availability zone; write its name, such as us-east-1a, or its id, such as use1-az1"],
  ["us-east-1i", "is no availability zone"],
  ["use1-az9", "is no availability zone"],
  ["", "is no availability zone"],
])("%s has none, and why is told", (zone, why) => {
  expect(zoneSlot(zone)).toEqual({ valid: false, why: expect.stringContaining(why) as unknown });
});

test("a name is told from an id", () => {
  expect(["us-east-1a", "use1-az1"].map(isZoneId)).toEqual([false, true]);
});
