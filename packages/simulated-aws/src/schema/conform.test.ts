import { describe, expect, test } from "@jest/globals";
import { type Properties, UNKNOWN as U, type Value } from "../property/value";
import { ruleBlock } from "../resources/vpc/rule-block";
import { conform } from "./conform";

/* Each row was observed on the Terraform bridge (v3.136), with aws_security_group's rules. */

const https = { protocol: "tcp", fromPort: 443, toPort: 443 };
const http = { protocol: "tcp", fromPort: 80, toPort: 80 };
const empty = { cidrBlocks: [], description: "", ipv6CidrBlocks: [], prefixListIds: [], securityGroups: [], self: false };
const [settledHttps, settledHttp] = [
  { ...empty, ...https },
  { ...empty, ...http },
];

interface Row {
  readonly says: string;
  readonly given: readonly Properties[];
  readonly old: readonly Properties[];
  readonly kept: readonly Properties[];
}

const rows: readonly Row[] = [
  {
    says: "loses the description that it does not give, while others come",
    given: [https, http],
    old: [settledHttps],
    kept: [settledHttp, { ...settledHttps, description: null }],
  },
  {
    says: "loses it while others go",
    given: [https],
    old: [settledHttps, settledHttp],
    kept: [{ ...settledHttps, description: null }],
  },
  {
    says: "loses none that it gives, be it empty",
    given: [{ ...https, description: "" }],
    old: [settledHttps, settledHttp],
    kept: [settledHttps],
  },
  {
    says: "gets back what it lost once nothing comes or goes",
    given: [https, http],
    old: [{ ...settledHttps, description: null }, settledHttp],
    kept: [settledHttps, settledHttp],
  },
  {
    says: "loses it again when it had lost it before",
    given: [https],
    old: [{ ...settledHttps, description: null }, settledHttp],
    kept: [{ ...settledHttps, description: null }],
  },
  {
    says: "is another one when it changes",
    given: [{ ...https, self: true }],
    old: [settledHttps],
    kept: [{ ...settledHttps, self: true }],
  },
  {
    says: "is another one each time when it gives its protocol by number, and those beside it lose their descriptions",
    given: [{ ...https, protocol: "6" }, http],
    old: [settledHttps, settledHttp],
    kept: [settledHttps, { ...settledHttp, description: null }],
  },
  {
    says: "is another one while a part of it is unknown",
    given: [{ ...https, securityGroups: [U] }],
    old: [settledHttps],
    kept: [{ ...settledHttps, securityGroups: U }],
  },
];

describe("a block of a set that was there before", () => {
  test.each(rows)("$says", ({ given, old, kept }) => {
    const found = conform({ set: { object: ruleBlock } }, given, (_, object) => object, old);
    expect(byPort(found)).toEqual(byPort(kept));
  });
});

/** The order of a set is irrelevant. */
function byPort(blocks: Value): unknown {
  return new Map((blocks as readonly Properties[]).map((block) => [block["fromPort"], block]));
}
