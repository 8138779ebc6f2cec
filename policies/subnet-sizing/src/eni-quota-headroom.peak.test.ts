import { describe, expect, test } from "@jest/globals";
import {
  type AddressConsumerKind,
  type Attachment,
  displayName,
  failure,
  knownList,
  type Network,
  type PartialList,
  success,
} from "@lambda-vpc/model";
import { Analysis, type Finding } from "@lambda-vpc/policy-kit";
import { eniQuotaHeadroom } from "./eni-quota-headroom";

const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::aws:${type}::${name}`;
const subnet = (key: string, vpc?: string): Network["subnets"][number] => ({ key, public: false, ...(vpc === undefined ? {} : { vpc }) });
const attach = (name: string, subnets: PartialList, groups: PartialList = knownList(["sg-1"])): Attachment => ({
  consumer: urn("lambda/function:Function", name),
  subnets,
  securityGroups: groups,
});
const consumer = (kind: AddressConsumerKind, ...subnets: readonly string[]) => ({
  consumer: urn("efs/mountTarget:MountTarget", `${kind}-${subnets.join("-")}`),
  kind,
  subnets: knownList(subnets),
});

/** A quota of 10 ENIs without headroom and without a changeover, so that numbers are small. */
function findings(network: Partial<Network>, assumptions: object = {}, headroom = 0): readonly Finding[] {
  const whole: Network = { subnets: [], securityGroups: [], attachments: [], ...network };
  const analysis = new Analysis(whole, { changeover: 0, growth: 0, connections: [], enisPerVpc: 10, ...assumptions });
  const evaluation = eniQuotaHeadroom.evaluate(analysis, { headroom });
  if (!evaluation.ok) throw new Error("the configuration is wrong");
  return evaluation.value.findings;
}

const main = urn("ec2/vpc:Vpc", "main");
const orders = attach("orders", knownList(["subnet-1"]));

describe("what counts against the quota of a VPC", () => {
  test("is alone in the text if it is of one kind", () => {
    const [only] = findings({ subnets: [subnet("subnet-1", main)], attachments: [orders] }, { enisPerVpc: 0 });
    expect(only).toMatchObject({
      verdict: "violation",
      subject: main,
      measure: { count: { min: 1, max: 1 } },
      what: `at peak in VPC ${displayName(main)}: all for combinations; the quota is 0 (enisPerVpc), 0 to keep free (headroom).`,
    });
  });

  test.each<{ kind: AddressConsumerKind; counts: boolean }>([
    { kind: "mount-target", counts: true },
    { kind: "nat-gateway", counts: false },
    { kind: "interface-endpoint", counts: false },
    { kind: "application-load-balancer", counts: false },
    { kind: "database", counts: false },
    { kind: "network-interface", counts: false },
    { kind: "instance", counts: false },
    { kind: "other", counts: false },
  ])("a $kind counts: $counts", ({ kind, counts }) => {
    const network = { subnets: [subnet("subnet-1", main)], attachments: [orders], addressConsumers: [consumer(kind, "subnet-1")] };
    expect(findings(network, { enisPerVpc: 1 })).toHaveLength(counts ? 1 : 0);
    expect(findings(network, { enisPerVpc: 2 })).toEqual([]);
  });

  test("are the mount targets of its own subnets, not those of another VPC", () => {
    const network = (vpc: string | undefined): Partial<Network> => ({
      subnets: [subnet("subnet-1", main), subnet("subnet-2", vpc)],
      attachments: [orders],
      addressConsumers: [consumer("mount-target", "subnet-2")],
    });
    const verdicts = [main, urn("ec2/vpc:Vpc", "other"), undefined].map((vpc) => findings(network(vpc), { enisPerVpc: 1 })[0]?.verdict);
    expect(verdicts).toEqual(["violation", undefined, "undecided"]);
  });

  test("are the mount targets of a subnet that a function surely uses, whatever its VPC is called", () => {
    const network = { attachments: [orders], addressConsumers: [consumer("mount-target", "subnet-1")] };
    expect(findings(network, { enisPerVpc: 1 })).toMatchObject([
      {
        verdict: "violation",
        subject: orders.consumer,
        measure: { count: { min: 2, max: 2 } },
        what: expect.stringMatching(/^at peak in the VPC of its functions: 1 for combinations, 1 for mount targets; /),
      },
    ]);
  });

  test("may be the mount targets of a subnet that no function surely uses, if neither VPC is known", () => {
    const cut = attach("cut", { known: [], holes: 1, candidates: ["subnet-1", "subnet-2"] });
    const network = { attachments: [cut], addressConsumers: [consumer("mount-target", "subnet-2")] };
    expect(findings(network, { enisPerVpc: 1 })).toMatchObject([{ verdict: "undecided", measure: { count: { max: 2 } } }]);
  });

  test("may be the mount targets of a VPC for functions whose VPC is unknown", () => {
    const network = {
      subnets: [subnet("subnet-2", main)],
      attachments: [orders],
      addressConsumers: [consumer("mount-target", "subnet-2")],
    };
    expect(findings(network, { enisPerVpc: 1 }).map(({ verdict }) => verdict)).toContain("undecided");
  });
});

describe("an undecided peak", () => {
  const cut = attach("cut", { known: [], holes: "unknown", candidates: ["subnet-1", "subnet-2"] });
  const subnets = [subnet("subnet-1", main), subnet("subnet-2", main)];

  test("has the causes of its combinations with the functions", () => {
    const [only] = findings({ subnets, attachments: [cut] }, { enisPerVpc: 1 });
    expect(only).toMatchObject({ verdict: "undecided", causes: new Map([["list-unknown", [cut.consumer]]]) });
  });

  test("has no cause that concerns addresses alone", () => {
    const ranged = subnets.map((one) => ({ ...one, cidrBlock: failure("range-unknown" as const) }));
    const needy = [consumer("other", "subnet-1"), consumer("capacity-provider", "subnet-2")];
    const [only] = findings({ subnets: ranged, attachments: [cut], addressConsumers: needy }, { enisPerVpc: 1 });
    expect(only?.verdict === "undecided" && [...only.causes.keys()]).toEqual(["list-unknown"]);
  });

  test("has the cause of a network connector, which AWS does not document", () => {
    const connector = { ...attach("edge", knownList(["subnet-1"])), consumer: urn("lambda/networkConnector:NetworkConnector", "edge") };
    const [only] = findings({ subnets, attachments: [orders], connectors: [connector] }, { enisPerVpc: 1 });
    expect(only).toMatchObject({ verdict: "undecided", measure: { count: { min: 1, max: 2 } } });
    expect(only?.verdict === "undecided" && [...only.causes.values()].flat()).toContain(connector.consumer);
  });

  test("is about functions that may be in the VPC, if none surely is", () => {
    const stray = attach("stray", { known: [], holes: 1, candidates: ["subnet-1", "subnet-3"] });
    const apart = [...subnets, subnet("subnet-3", urn("ec2/vpc:Vpc", "other"))];
    const all = findings({ subnets: apart, attachments: [stray] }, { enisPerVpc: 0 });
    expect(all.length).toBeGreaterThan(0);
    for (const one of all) expect(one.verdict === "undecided" && [...one.causes.values()].flat()).toContain(stray.consumer);
  });
});

describe("a stack that adds nothing", () => {
  const inventory = { subnets: [{ subnet: "subnet-1", vpc: "vpc-1" }], combinations: [{ subnet: "subnet-1", securityGroups: ["sg-1"] }] };

  test("is accepted however full its VPC is", () => {
    expect(findings({ attachments: [orders], inventory }, { enisPerVpc: 0 })).toEqual([]);
  });

  test("is judged as soon as it adds one", () => {
    const another = attach("another", knownList(["subnet-1"]), knownList(["sg-2"]));
    expect(findings({ attachments: [orders, another], inventory }, { enisPerVpc: 1 })).toMatchObject([
      { verdict: "violation", subject: urn("lambda/function:Function", "another"), measure: { count: { min: 2 } } },
    ]);
  });
});

test("a range that is known makes no difference", () => {
  const network = { subnets: [{ ...subnet("subnet-1", main), cidrBlock: success("10.0.0.0/24") }], attachments: [orders] };
  expect(findings(network, { enisPerVpc: 1 })).toEqual([]);
});
