import { expect, test } from "@jest/globals";
import { isZoneId, zoneSlot } from "./zone-slot";

test.each([
  ["us-east-1a", 0],
  ["us-east-1f", 5],
  ["ap-northeast-3h", 7],
  ["us-gov-west-1c", 2],
  ["xx-east-12b", 1],
  ["use1-az1", 0],
  ["usx12-az8", 7],
  ["usgw1-az3", 2],
  ["apne1-az4", 3],
])("%s has slot %i, whatever other zones there are", (zone, slot) => {
  expect(zoneSlot(zone)).toEqual({ ok: true, value: slot });
});

test.each(["us-east-1-bos-1a", "us-gov-west-1-phx-1a", "us-east-12-bos-12b", "use1-bos1-az1", "usgw12-phx12-az12"])(
  "%s has none, because Lambda does not support Local and Wavelength Zones",
  (zone) => {
    const why = `${zone} is a Local or Wavelength Zone, which Lambda does not support; specify an availability zone of the Region`;
    expect(zoneSlot(zone)).toEqual({ ok: false, error: why });
  },
);

test.each([
  "",
  "us-east-1",
  "us-east-1i",
  "us-east-1ab",
  "us-1a",
  "xus-east-1a",
  "use1-az0",
  "use1-az9",
  "use1-az11",
  "-use1-az1",
  "xus-east-1-bos-1a",
  "us-east-1-bos-1ab",
  "-use1-bos1-az1",
  "use1-bos1-az1a",
])('"%s" has none, because it is no zone', (zone) => {
  const why = `"${zone}" is not an availability zone; write its name, such as us-east-1a, or its id, such as use1-az1`;
  expect(zoneSlot(zone)).toEqual({ ok: false, error: why });
});

test("a name is told from an id", () => {
  expect(["us-east-1a", "use1-az1"].map(isZoneId)).toEqual([false, true]);
});
