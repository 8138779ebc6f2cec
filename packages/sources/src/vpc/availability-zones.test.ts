import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, type Inputs, preview, settled } from "../testing/program";
import { holder, subnet, vpc } from "../testing/sample-resources";

const main = vpc("main");

/** The zones of subnets that are given these inputs. */
function zones(view: typeof preview, ...inputs: readonly Inputs[]): readonly (string | undefined)[] {
  return networkOf(view([main, ...inputs.map((given, index) => subnet(`s${index}`, main, given))])).subnets.map(({ zone }) => zone);
}

describe("the availability zone of a subnet", () => {
  test("is the name that the program writes, at preview and once it is made", () => {
    for (const view of [preview, settled])
      expect(zones(view, { availabilityZone: "us-east-1a" }, { availabilityZone: "us-east-1b" })).toEqual(["us-east-1a", "us-east-1b"]);
  });

  test("is the id where no subnet shows a name", () => {
    expect(zones(preview, { availabilityZoneId: "use1-az1" }, {})).toEqual(["use1-az1", undefined]);
  });

  test("is not known from an id beside names: the two may be one zone", () => {
    expect(zones(preview, { availabilityZone: "us-east-1a" }, { availabilityZoneId: "use1-az1" })).toEqual(["us-east-1a", undefined]);
  });

  test("is not known where AWS chooses it, or where it shows only after the deployment", () => {
    const later = applied([holder("zones")], "us-east-1a");
    expect(zones(preview, {}, { availabilityZone: later })).toEqual([undefined, undefined]);
  });
});
