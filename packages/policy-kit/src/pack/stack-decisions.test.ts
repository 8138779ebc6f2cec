import type { Network } from "@lambda-vpc/model";
import type { PolicyResource } from "@lambda-vpc/sources";
import { describe, expect, jest, test } from "@jest/globals";
import type { Report } from "../findings/report";
import { formatReport } from "../findings/report-text";
import { waiversSetting } from "../settings/waivers-setting";
import { PackSession, type RawConfiguration, type Run } from "./pack-session";
import type { SdkEntry } from "./sdk-entry";
import { StackDecisions } from "./stack-decisions";

/** A function in a VPC, as stack validation shows it. */
function lambda(name: string): PolicyResource {
  const props = { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } };
  return { urn: `urn:${name}`, type: "aws:lambda/function:Function", props, propertyDependencies: {} };
}

function consumersOf({ attachments }: Network): readonly string[] {
  return attachments.map(({ consumer }) => consumer);
}

const [orders, users] = [lambda("orders"), lambda("users")];

type Decide = SdkEntry["decide"];

const quiet: Decide = () => [];
const saying = (text: string): Report => ({ message: formatReport({ kind: "statement", text }) });
const reporting: Decide = () => [saying("too many")];

/** A pack whose entries decide so, by id; its runs are recorded. */
class PackUnderTest {
  readonly session = new PackSession(() => "2026-11-24");
  readonly runs: Run[] = [];
  readonly entries: readonly SdkEntry[];
  readonly decisions: StackDecisions;

  constructor(decides: Readonly<Record<string, Decide>>) {
    this.entries = Object.entries(decides).map(([id, decide]) => ({
      about: { ...waiversSetting, id, config: {} },
      see: (resource) => this.session.see(id, resource),
      decide: (run, configuration) => {
        this.runs.push(run);
        return decide(run, configuration);
      },
    }));
    this.decisions = new StackDecisions(this.session, this.entries);
  }

  /** The engine validates a resource with some entries. */
  validate(resource: PolicyResource, ...ids: readonly string[]): void {
    for (const { about, see } of this.entries.filter(({ about }) => ids.includes(about.id))) {
      this.decisions.end();
      this.session.configure(about.id, {});
      see(resource);
    }
  }

  call(id: string, resources: readonly PolicyResource[], configuration: RawConfiguration = {}): readonly { readonly message: string }[] {
    return this.decisions.reportsOf(this.entry(id), resources, configuration);
  }

  get lastRun(): Run {
    const run = this.runs.at(-1);
    if (run === undefined) throw new Error("nothing was decided");
    return run;
  }

  mustCall(id: string): boolean {
    return this.decisions.mustCall(this.entry(id));
  }

  private entry(id: string): SdkEntry {
    const entry = this.entries.find(({ about }) => about.id === id);
    if (entry === undefined) throw new Error(`no entry ${id}`);
    return entry;
  }
}

describe("an analysis", () => {
  test("shows one network to all policies, and knows which of them ran", () => {
    const pack = new PackUnderTest({ first: quiet, second: quiet });
    pack.validate(orders, "first", "second");
    pack.call("first", [orders]);
    expect(new Set(pack.runs.map(({ analysis }) => analysis)).size).toBe(1);
    expect(pack.runs[0]?.policies).toEqual(new Set(["first", "second"]));
  });

  test("ends when a resource is validated, whichever policy the next one begins with", () => {
    const pack = new PackUnderTest({ first: quiet, second: quiet });
    pack.validate(orders, "second");
    pack.call("second", [orders]);
    pack.validate(users, "second");
    pack.call("first", [orders, users]);
    expect(consumersOf(pack.lastRun.analysis.network)).toEqual(["urn:orders", "urn:users"]);
  });

  test("ends when a policy is called again, without a resource in between", () => {
    const pack = new PackUnderTest({ first: quiet });
    pack.call("first", [orders]);
    pack.call("first", [users]);
    expect(pack.runs.map(({ analysis }) => consumersOf(analysis.network))).toEqual([["urn:orders"], ["urn:users"]]);
  });

  test("ends when the SDK says so, without a resource in between and with another policy first", () => {
    const pack = new PackUnderTest({ first: quiet, second: quiet });
    pack.validate(orders, "first", "second");
    pack.call("first", [orders]);
    pack.decisions.end();
    expect(pack.mustCall("second")).toBe(true);
    pack.call("second", [users]);
    expect(consumersOf(pack.lastRun.analysis.network)).toEqual(["urn:users"]);
  });

  test("of an update takes its inputs in place of those of the preview before it", () => {
    const pack = new PackUnderTest({ first: quiet, second: quiet });
    const deployed = { ...orders, props: { vpcConfig: { subnetIds: ["subnet-2"], securityGroupIds: ["sg-1"] } } };
    pack.validate(orders, "first", "second");
    pack.call("first", [orders]);
    pack.validate(deployed, "first", "second");
    pack.call("first", [deployed]);
    expect(pack.lastRun.analysis.network.attachments).toMatchObject([{ subnets: { known: ["subnet-2"] } }]);
  });
});

describe("the first call of an analysis", () => {
  const ids = ["first", "second", "third"] as const;

  test.each(ids)("decides every enabled policy once and in pack order, also if it is %s", (caller) => {
    const order: string[] = [];
    const pack = new PackUnderTest(Object.fromEntries(ids.map((id): [string, Decide] => [id, () => (order.push(id), [])])));
    pack.validate(orders, ...ids);
    pack.call(caller, [orders]);
    expect(order).toEqual(ids);
    for (const id of ids) if (id !== caller) pack.call(id, [orders]);
    expect(order).toEqual(ids);
  });

  test("decides each policy in its own configuration", () => {
    const echo: Decide = (_, configuration) => [saying(JSON.stringify(configuration))];
    const pack = new PackUnderTest({ first: echo, second: echo });
    pack.validate(orders, "first", "second");
    pack.session.configure("second", { max: 3 });
    expect([pack.call("first", [orders], { max: 1 }), pack.call("second", [orders])]).toEqual([
      [{ message: '{"max":1}' }],
      [{ message: '{"max":3}' }],
    ]);
  });

  test("decides no policy that was not configured in the phase before: it may be disabled", () => {
    const pack = new PackUnderTest({ first: quiet, disabled: reporting });
    pack.validate(orders, "first");
    pack.call("first", [orders]);
    expect(pack.runs[0]?.policies).toEqual(new Set(["first"]));
    expect(pack.mustCall("disabled")).toBe(true);
    expect(pack.call("disabled", [orders])).toEqual([{ message: "too many" }]);
  });

  test("reports a fault of one policy for that policy only", () => {
    const pack = new PackUnderTest({
      first: reporting,
      second: () => {
        throw new Error("a bug");
      },
      third: reporting,
    });
    pack.validate(orders, ...ids);
    const reports = ids.map((id) => pack.call(id, [orders]).map(({ message }) => message));
    expect(reports).toEqual([["too many"], [expect.stringMatching(/^Internal error in policy second/)], ["too many"]]);
    expect(pack.lastRun.policies).toEqual(new Set(["first", "third"]));
  });
});

describe("a policy must be called with the stack", () => {
  function packOf(): PackUnderTest {
    const pack = new PackUnderTest({ first: quiet, second: quiet, third: reporting });
    pack.validate(orders, "first", "second", "third");
    return pack;
  }

  test("if it is the first, whichever that is", () => {
    const pack = packOf();
    expect(["first", "second", "third"].map((id) => pack.mustCall(id))).toEqual([true, true, true]);
  });

  test("if it has something to report, and otherwise not", () => {
    const pack = packOf();
    pack.call("first", [orders]);
    expect(["second", "third"].map((id) => pack.mustCall(id))).toEqual([false, true]);
  });

  test("and asking so, in any order and twice, changes nothing", () => {
    const pack = packOf();
    const ask = (): readonly boolean[] => ["third", "second", "first", "second", "third"].map((id) => pack.mustCall(id));
    expect(ask()).toEqual(ask());
    expect(pack.runs).toEqual([]);
    pack.call("first", [orders]);
    const policies = [...pack.lastRun.policies];
    expect(ask()).toEqual(ask());
    expect([pack.runs.length, [...pack.lastRun.policies]]).toEqual([3, policies]);
    expect(pack.call("third", [orders])).toEqual([{ message: "too many" }]);
  });
});

test("a stack that cannot be read is a fault of each policy that is called, and the next one tries again", () => {
  let broken = true;
  const session = new PackSession(() => {
    if (broken) throw new Error("no clock");
    return "2026-11-24";
  });
  const decide = jest.fn(reporting);
  const entryOf = (id: string): SdkEntry => ({ about: { ...waiversSetting, id, config: {} }, see: () => {}, decide });
  const [first, second] = [entryOf("first"), entryOf("second")];
  const decisions = new StackDecisions(session, [first, second]);
  expect(() => decisions.reportsOf(first, [orders], {})).toThrow("no clock");
  broken = false;
  expect(decisions.reportsOf(second, [orders], {})).toEqual([{ message: "too many" }]);
  expect(decide).toHaveBeenCalledTimes(1);
});
