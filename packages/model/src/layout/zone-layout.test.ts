import { expect, test } from "@jest/globals";
import { readAddressBlock } from "../addresses/address-block";
import { largestFirstSubnet, usualFirstSubnet } from "./zone-layout";

test.each([
  ["10.0.0.0/16", 20, 24],
  ["10.0.0.0/19", 23, 24],
  ["10.0.0.0/20", 24, 25],
  ["10.0.0.0/22", 26, 27],
  ["10.0.0.0/23", 27, 28],
  ["10.0.0.0/24", 28, 28],
])("zones of %s begin with a /%i at the largest, and usually with a /%i", (text, largest, usual) => {
  const reading = readAddressBlock(text);
  if (!reading.valid) throw new Error(reading.why);
  expect([largestFirstSubnet(reading.block), usualFirstSubnet(reading.block)]).toEqual([largest, usual]);
});
