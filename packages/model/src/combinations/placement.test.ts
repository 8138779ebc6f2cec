import { describe, expect, test } from "@jest/globals";
import type { Attachment, Network } from "../facts/network";
import { placeAttachments } from "./placement";
import { resolveAttachments } from "./resolved-attachment";
import { attach, groupIn, listWithHoles, sampleNetwork, subnetIn, unknownList } from "../testing/samples/sample-network";

const network = sampleNetwork({
  subnets: [subnetIn("vpc-1", "a"), subnetIn("vpc-1", "b"), subnetIn("vpc-2", "z"), subnetIn(undefined, "no-vpc")],
  securityGroups: [groupIn("vpc-1", "x"), groupIn("vpc-2", "y"), groupIn(undefined, "shared")],
});

/** Who is where, as `vpc: consumers`; `?` is a VPC that does not show. */
function placed(attachments: readonly Attachment[], where: Network = network): readonly string[] {
  const { vpcs, unplaced } = placeAttachments(where, resolveAttachments({ ...where, attachments }));
  const names = (members: readonly { readonly consumer: string }[]): string => members.map(({ consumer }) => consumer).join(" ");
  return [
    ...vpcs.map(({ vpc = "?", attachments: members }) => `${vpc}: ${names(members)}`),
    ...(unplaced.length > 0 ? [`unplaced: ${names(unplaced)}`] : []),
  ];
}

interface Case {
  readonly name: string;
  readonly attachments: readonly Attachment[];
  readonly expected: readonly string[];
}

const cases: readonly Case[] = [
  { name: "a function is in the VPC of its subnets", attachments: [attach("f", ["a", "b"], ["shared"])], expected: ["vpc-1: f"] },
  { name: "one subnet of a known VPC is enough", attachments: [attach("f", ["literal", "a"], [])], expected: ["vpc-1: f"] },
  { name: "subnets speak before groups", attachments: [attach("f", ["a"], ["y"])], expected: ["vpc-1: f"] },
  { name: "subnets known by id only leave it to the groups", attachments: [attach("f", ["subnet-0123"], ["x"])], expected: ["vpc-1: f"] },
  {
    name: "a subnet whose VPC is not known leaves it to the groups",
    attachments: [attach("f", ["no-vpc"], ["y"])],
    expected: ["vpc-2: f"],
  },
  {
    name: "one group of a known VPC is enough",
    attachments: [attach("f", ["literal"], ["shared", "sg-0123", "x"])],
    expected: ["vpc-1: f"],
  },
  {
    name: "candidates of one VPC say where an unknown list is",
    attachments: [attach("f", unknownList("a", "b"), ["shared"])],
    expected: ["vpc-1: f"],
  },
  {
    name: "candidates of one VPC speak before groups of another",
    attachments: [attach("f", listWithHoles(1, ["a", "b"]), ["y"])],
    expected: ["vpc-1: f"],
  },
  {
    name: "candidates of two VPCs do not say where a function is",
    attachments: [attach("f", unknownList("a", "z"), ["shared"])],
    expected: ["unplaced: f"],
  },
  {
    name: "candidates of two VPCs leave it to the groups",
    attachments: [attach("f", unknownList("a", "z"), ["y"])],
    expected: ["vpc-2: f"],
  },
  {
    name: "a candidate whose VPC is not known may be anywhere",
    attachments: [attach("f", unknownList("a", "no-vpc"), [])],
    expected: ["unplaced: f"],
  },
  {
    name: "candidates of an open list say nothing: it may name any other",
    attachments: [attach("f", { ...unknownList("a", "b"), opaque: "foreign-dependency" }, [])],
    expected: ["unplaced: f"],
  },
  {
    name: "a known element of an open list says where it is",
    attachments: [attach("f", { ...listWithHoles(1, [], ["z"]), opaque: "foreign-dependency" }, [])],
    expected: ["vpc-2: f"],
  },
  {
    name: "a group that a function may use says nothing of where it is",
    attachments: [attach("f", unknownList(), listWithHoles(1, ["x", "shared"]))],
    expected: ["unplaced: f"],
  },
  {
    name: "functions that share a subnet share a VPC",
    attachments: [attach("f", ["literal"], ["shared"]), attach("g", ["literal"], ["x"])],
    expected: ["vpc-1: f g"],
  },
  {
    name: "functions share a VPC through a third that shares a subnet with each",
    attachments: [attach("f", ["one"], []), attach("g", ["one", "two"], []), attach("h", ["two", "a"], [])],
    expected: ["vpc-1: f g h"],
  },
  {
    name: "functions that may share a subnet are not tied",
    attachments: [attach("f", listWithHoles(1, ["one", "two"]), []), attach("g", ["one"], ["x"])],
    expected: ["vpc-1: g", "unplaced: f"],
  },
  {
    name: "functions that share a subnet of no known VPC are together where it does not show",
    attachments: [attach("f", ["one"], []), attach("g", ["one"], ["shared"]), attach("h", ["two"], [])],
    expected: ["?: f g", "?: h"],
  },
  {
    name: "a function that shows neither a subnet nor a VPC is unplaced",
    attachments: [attach("f", unknownList(), unknownList())],
    expected: ["unplaced: f"],
  },
  {
    name: "a function that names subnets of two VPCs contradicts itself and is unplaced",
    attachments: [attach("f", ["a", "z"], ["x"]), attach("g", ["b"], ["x"])],
    expected: ["vpc-1: g", "unplaced: f"],
  },
  {
    name: "where a function ties two VPCs together, each of the others is where it shows itself",
    attachments: [attach("f", ["a", "z"], ["x"]), attach("g", ["a"], []), attach("h", ["z"], []), attach("i", ["z", "literal"], [])],
    expected: ["vpc-1: g", "vpc-2: h i", "unplaced: f"],
  },
  {
    name: "groups of two VPCs over a subnet that shows none contradict each other: each function is where its own group is",
    attachments: [attach("f", ["literal"], ["x"]), attach("g", ["literal"], ["y"]), attach("h", ["literal"], [])],
    expected: ["vpc-1: f", "vpc-2: g", "unplaced: h"],
  },
  { name: "no functions are nowhere", attachments: [], expected: [] },
];

describe("placement, in whatever order the functions come", () => {
  test.each(cases)("$name", ({ attachments, expected }) => {
    expect(placed(attachments)).toEqual(expected);
    expect(placed(attachments.toReversed())).toEqual(expected);
  });
});
