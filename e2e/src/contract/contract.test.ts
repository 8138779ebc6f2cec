import { beforeAll, describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import { fixtures, withWorkspace } from "@lambda-vpc/test-stacks/workspace";
import { exportedState, type Observation, observe, U } from "@lambda-vpc/test-stacks/observation";
import type { Json, Properties } from "@lambda-vpc/test-stacks/json";
import { functionName, NEW_SUBNET, program } from "./program";
import { firstPreview, laterPreview, type Row } from "./rows";
import type { ExportedResource } from "@lambda-vpc/test-stacks/stack-commands";

/*
 * What the simulated provider shows to policies on the real engine, held to what the Terraform bridge shows: an echo of the inputs would pass
 * wrong policies here that fail for users.
 */

let first: Observation;
let updated: Observation;
let state: ReadonlyMap<string, ExportedResource>;
let later: Observation;

beforeAll(
  () =>
    withWorkspace(async (workspace) => {
      const seeded = await workspace.engine.simulatedAws(["seed", join(fixtures, "network.json")]);
      if (seeded.exitCode !== 0) throw new Error(seeded.stderr);
      const stack = await workspace.program("01-a-group-per-function", () => program(firstPreview));
      first = await observe(workspace, stack, "preview");
      updated = await observe(workspace, stack, "up", "--yes", "--skip-preview");
      state = await exportedState(stack);
      stack.edit(() => program([...firstPreview, ...laterPreview], NEW_SUBNET));
      later = await observe(workspace, stack, "preview");
    }),
  300_000,
);

const listNames = ["subnetIds", "securityGroupIds"] as const;

/** A function's network with ids replaced by the names of their resources, reduced to the lists in the rows. */
function network(properties: Properties, names: ReadonlyMap<string, string>): Json {
  const { vpcConfig } = properties;
  if (typeof vpcConfig !== "object" || vpcConfig === null) return vpcConfig ?? null;
  const lists = Object.entries(vpcConfig).filter(([name]) => (listNames as readonly string[]).includes(name));
  return Object.fromEntries(
    lists.map(([name, list]: [string, Json]) => [name, Array.isArray(list) ? list.map((id: Json) => names.get(String(id)) ?? id) : list]),
  );
}

const numbered = (rows: readonly Row[], start = 0) => rows.map((row, index) => ({ ...row, name: functionName(start + index) }));

describe.each(numbered(firstPreview))("at the first preview, $says:", ({ name, inputs, planned, dependencies }) => {
  test("in the inputs", () => {
    expect(network(first.inputs(name), first.names)).toEqual(inputs);
  });

  test("in the planned outputs", () => {
    expect(network(first.outputs(name), first.names)).toEqual(planned);
  });

  test("in the dependencies", () => {
    expect(first.dependencies(name, "vpcConfig")).toEqual(dependencies);
  });
});

describe.each(numbered(laterPreview, firstPreview.length))("at a later preview, $says:", ({ name, inputs, planned, dependencies }) => {
  test("in the inputs", () => {
    expect(network(later.inputs(name), later.names)).toEqual(inputs);
  });

  test("in the planned outputs", () => {
    expect(network(later.outputs(name), later.names)).toEqual(planned);
  });

  test("in the dependencies", () => {
    expect(later.dependencies(name, "vpcConfig")).toEqual(dependencies);
  });
});

describe("the bridge's habits", () => {
  const aFunction = functionName(0);

  test("inputs say in every object which of its values are defaults", () => {
    expect(first.inputs(aFunction)).toMatchObject({ memorySize: 128, vpcConfig: { __defaults: [] } });
    expect(first.inputs("rules")["egress"]).toMatchObject([{ __defaults: [] }, { __defaults: [] }]);
  });

  test("the state says so of whole resources, which the engine keeps from policies, and how to find back to Terraform's", () => {
    const { inputs, outputs } = state.get(aFunction) ?? {};
    expect(inputs).toHaveProperty("__defaults", ["memorySize", "name", "packageType", "reservedConcurrentExecutions", "timeout"]);
    expect(outputs).toHaveProperty("__pulumi_raw_state_delta");
    expect(first.inputs(aFunction)).not.toHaveProperty("__defaults");
  });

  test("planned outputs have no such list, and the defaults that inputs leave out", () => {
    const outputs = first.outputs(aFunction);
    expect(outputs).not.toHaveProperty("__defaults");
    expect(first.inputs(aFunction)).not.toHaveProperty("publish");
    expect(outputs).toMatchObject({ publish: false, vpcConfig: { ipv6AllowedForDualStack: false } });
  });

  test("what AWS decides is unknown before it did, at every level, the id too", () => {
    expect(first.outputs(aFunction)).toMatchObject({ id: U, arn: U, version: U, vpcConfig: { vpcId: U } });
    expect(first.outputs("vpc")).toMatchObject({ id: U, defaultSecurityGroupId: U, cidrBlock: "10.1.0.0/16" });
  });

  test("what the program leaves to AWS is unknown too", () => {
    expect(first.inputs("a")).not.toHaveProperty("egress");
    expect(first.outputs("a")).toMatchObject({ egress: U, ingress: U, vpcId: "vpc-0a", name: expect.stringMatching(/^a-[0-9a-f]{7}$/) });
    expect(first.outputs("somewhere")).toMatchObject({
      availabilityZone: U,
      vpcId: U,
      cidrBlock: "10.1.0.0/24",
      mapPublicIpOnLaunch: false,
    });
  });

  test("inside a rule block an unknown stays in its own list or set, which it makes unknown; inputs have it element by element", () => {
    expect(first.inputs("rules")["egress"]).toMatchObject([{ cidrBlocks: ["10.0.0.0/8", U] }, { securityGroups: ["sg-0a", U] }]);
    const https = { protocol: "tcp", fromPort: 443, toPort: 443, self: false };
    const planned = first.outputs("rules")["egress"] as readonly Json[];
    expect(planned).toHaveLength(2);
    expect(planned).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...https, cidrBlocks: U, securityGroups: [] }),
        expect.objectContaining({ ...https, cidrBlocks: [], securityGroups: U }),
      ]),
    );
  });

  test("a resource that was only read reaches no policy", () => {
    expect(first.lines.filter(({ name }) => name === "looked-up")).toEqual([]);
  });

  test("after an update everything is known, sets are sorted, and the id is among the outputs", () => {
    const outputs = updated.outputs(functionName(1));
    expect(JSON.stringify(outputs)).not.toContain(`"${U}"`);
    const { subnetIds, securityGroupIds, vpcId } = outputs["vpcConfig"] as { readonly [name: string]: Json };
    for (const set of [subnetIds, securityGroupIds] as string[][]) expect(set).toEqual([...set].sort());
    expect(outputs["id"]).toBe(outputs["name"]);
    expect(vpcId).toBe("vpc-0a");
  });

  test("after an update what AWS decided stays known in the next preview, also where the network changes", () => {
    expect(later.outputs(functionName(0))).toMatchObject({
      id: updated.outputs(functionName(0))["id"],
      arn: updated.outputs(functionName(0))["arn"],
    });
    expect(later.outputs("a")["egress"]).toEqual([]);
  });
});
