import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { AccountExample, VPC_ACCESS } from "../../testing/account-example";
import { INTERFACE_DELETION_TIME } from "../store/simulation-settings";
import { lastInterfaceDeletion, deleteExpiredInterfaces } from "./hyperplane";
import { deleteFunction, updateFunction } from "../lambda/lambda-function";
import { attachPolicy, deleteRole, detachPolicy } from "../iam/role";
import { deleteSecurityGroup } from "../vpc/security-group";
import { deleteSubnet } from "../vpc/subnet";

describe("sharing", () => {
  test("functions with the same subnets and groups share, whatever the order and repetition", () => {
    const example = new AccountExample();
    const [a, b, x, y] = [example.subnet(), example.subnet(), example.group(), example.group()];
    expect(example.lambda("one", [a, b], [x, y]).interfacesCreated).toBe(2);
    expect(example.lambda("two", [b, a], [y, x, y]).interfacesCreated).toBe(0);
  });

  test("a subset of the groups is not a match", () => {
    const example = new AccountExample();
    const [a, x, y] = [example.subnet(), example.group(), example.group()];
    example.lambda("one", [a], [x, y]);
    expect(example.lambda("two", [a], [x]).interfacesCreated).toBe(1);
  });

  test("functions share on the subnets that they have in common", () => {
    const example = new AccountExample();
    const [a, b, c, x] = [example.subnet(), example.subnet(), example.subnet(), example.group()];
    example.lambda("one", [a, b], [x]);
    expect(example.lambda("two", [b, c], [x]).interfacesCreated).toBe(1);
  });

  test("a function without subnets is in no VPC", () => {
    expect(new AccountExample().lambda("one", [], []).interfacesCreated).toBe(0);
  });
});

describe("limits", () => {
  const full = (interfacesPerVpc: number) => {
    const example = new AccountExample({ interfacesPerVpc });
    const subnets = Array.from({ length: interfacesPerVpc }, () => example.subnet());
    const group = example.group();
    for (const [index, subnet] of subnets.entries()) example.lambda(`f${index}`, [subnet], [group]);
    return { example, subnet: subnets[0] ?? "", group };
  };

  test("a VPC has at most 500 interfaces unless the quota says otherwise", () => {
    expect(new AccountExample().account.settings.interfacesPerVpc).toBe(500);
  });

  test("a function beyond the quota fails with EniLimitExceeded, and one that shares does not", () => {
    const { example, subnet, group } = full(3);
    expect(() => example.lambda("more", [subnet], [example.group()])).toThrow(/^EniLimitExceeded: function more .* has 3:/);
    expect(example.lambda("shares", [subnet], [group]).interfacesCreated).toBe(0);
  });

  test("the quota is each VPC's own", () => {
    const { example } = full(2);
    const other = example.vpc("10.1.0.0/16");
    expect(example.lambda("elsewhere", [example.subnet("10.1.0.0/24", other)], [example.group("x", other)]).interfacesCreated).toBe(1);
  });

  test("a subnet without addresses fails the function with SubnetOutOfIPAddresses", () => {
    const example = new AccountExample();
    const subnet = example.subnet("10.0.0.0/28");
    for (let made = 0; made < 11; made++) example.lambda(`f${made}`, [subnet], [example.group()]);
    expect(() => example.lambda("more", [subnet], [example.group()])).toThrow(/^SubnetOutOfIPAddresses: /);
  });

  test("a change counts old and new together, and leaves the old where they do not fit", () => {
    const { example, subnet, group } = full(2);
    const before = example.combinations;
    expect(() =>
      example.account.transact((account) => updateFunction(account, example.request("f0", [subnet], [example.group()]))),
    ).toThrow(/EniLimitExceeded/);
    expect(example.combinations).toEqual(before);
    expect(example.account.tables.functions.get("f0")?.vpcConfig?.securityGroupIds).toEqual([group]);
  });

  const many = (count: number, make: () => string) => Array.from({ length: count }, make);
  test.each([
    {
      says: "six groups",
      code: "ValidationException",
      what: "5",
      config: (of: AccountExample) => [[of.subnet()], many(6, () => of.group())] as const,
    },
    {
      says: "seventeen subnets",
      code: "ValidationException",
      what: "16",
      config: (of: AccountExample) => [many(17, () => of.subnet()), [of.group()]] as const,
    },
    {
      says: "a subnet that EC2 does not know",
      code: "InvalidParameterValueException",
      what: "InvalidSubnetID.NotFound",
      config: (of: AccountExample) => [["subnet-0"], [of.group()]] as const,
    },
    {
      says: "a group that EC2 does not know",
      code: "InvalidParameterValueException",
      what: "InvalidGroup.NotFound",
      config: (of: AccountExample) => [[of.subnet()], ["sg-0"]] as const,
    },
    {
      says: "a group of another VPC",
      code: "InvalidParameterValueException",
      what: "Security Groups are required to be in the same VPC.",
      config: (of: AccountExample) => [[of.subnet()], [of.group("x", of.vpc("10.1.0.0/16"))]] as const,
    },
    {
      says: "subnets of two VPCs",
      code: "InvalidParameterValueException",
      what: "Subnets are required to be in the same VPC",
      config: (of: AccountExample) => [[of.subnet(), of.subnet("10.1.0.0/24", of.vpc("10.1.0.0/16"))], [of.group()]] as const,
    },
    {
      says: "subnets without a group",
      code: "InvalidParameterValueException",
      what: "SubnetIds and SecurityIds must coexist or be both empty list.",
      config: (of: AccountExample) => [[of.subnet()], []] as const,
    },
    {
      says: "groups without a subnet",
      code: "InvalidParameterValueException",
      what: "SubnetIds and SecurityIds must coexist or be both empty list.",
      config: (of: AccountExample) => [[], [of.group()]] as const,
    },
    {
      says: "a VPC of dedicated tenancy",
      code: "InvalidParameterValueException",
      what: "dedicated",
      config: (of: AccountExample) => {
        const vpcId = of.vpc("10.1.0.0/16", "dedicated");
        return [[of.subnet("10.1.0.0/24", vpcId)], [of.group("x", vpcId)]] as const;
      },
    },
  ])("Lambda refuses $says with $code", ({ code, what, config }) => {
    const example = new AccountExample();
    const [subnets, groups] = config(example);
    expect(() => example.lambda("f", subnets, groups)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(what) }));
  });
});

describe("reclaiming", () => {
  test("an interface goes with the last function that holds its combination", () => {
    const example = new AccountExample();
    const [a, x] = [example.subnet(), example.group()];
    example.lambda("one", [a], [x]);
    example.lambda("two", [a], [x]);
    deleteFunction(example.account, "one");
    expect(example.combinations).toHaveLength(1);
    deleteFunction(example.account, "two");
    expect(example.combinations).toEqual([]);
  });

  test("a published version keeps the interfaces of its day, until its function goes", () => {
    const example = new AccountExample();
    const [a, x, y] = [example.subnet(), example.group(), example.group()];
    example.lambda("one", [a], [x], true);
    updateFunction(example.account, example.request("one", [a], [y]));
    expect(example.combinations).toEqual([`${a} ${x}`, `${a} ${y}`].sort());
    deleteFunction(example.account, "one");
    expect(example.combinations).toEqual([]);
  });

  test("a subnet and a group stay while an interface uses them", () => {
    const example = new AccountExample();
    const [a, x] = [example.subnet(), example.group()];
    example.lambda("one", [a], [x]);
    for (const remove of [() => deleteSubnet(example.account, a), () => deleteSecurityGroup(example.account, x)])
      expect(remove).toThrow(/^DependencyViolation/);
    deleteFunction(example.account, "one");
    deleteSubnet(example.account, a);
    deleteSecurityGroup(example.account, x);
  });

  test("it takes up to 20 minutes, scaled, and another function of the combination can have the interface meanwhile", () => {
    let now = 1_000;
    const example = new AccountExample({ timeScale: 0.5, now: () => now });
    const [a, x] = [example.subnet(), example.group()];
    example.lambda("one", [a], [x]);
    deleteFunction(example.account, "one");
    expect(lastInterfaceDeletion(example.account, "subnet", a)).toBe(1_000 + INTERFACE_DELETION_TIME / 2);
    expect(example.lambda("two", [a], [x]).interfacesCreated).toBe(0);
    expect(lastInterfaceDeletion(example.account, "subnet", a)).toBeUndefined();
    deleteFunction(example.account, "two");
    now += INTERFACE_DELETION_TIME / 2;
    deleteExpiredInterfaces(example.account);
    expect(example.combinations).toEqual([]);
  });
});

describe("orphans", () => {
  const held = (timeScale = 0) => {
    const example = new AccountExample({ timeScale });
    const [a, x] = [example.subnet(), example.group()];
    example.lambda("one", [a], [x]);
    return { example, a, x };
  };
  const orphans = (example: AccountExample) => example.account.tables.networkInterfaces.all().filter(({ orphaned }) => orphaned === true);

  test.each([
    { says: "the role", take: (of: AccountExample) => deleteRole(of.account, "functions") },
    { says: "its permissions", take: (of: AccountExample) => detachPolicy(of.account, "functions", VPC_ACCESS) },
  ])("an interface stays for ever when $says went before the function", ({ take }) => {
    const { example, a } = held();
    take(example);
    deleteFunction(example.account, "one");
    expect(orphans(example)).toHaveLength(1);
    expect(() => deleteSubnet(example.account, a)).toThrow(/^DependencyViolation/);
  });

  test("an interface that waits to be deleted stays when the role goes meanwhile", () => {
    const { example } = held(1);
    deleteFunction(example.account, "one");
    deleteRole(example.account, "functions");
    expect(orphans(example)).toHaveLength(1);
  });

  test("nobody shares an orphan", () => {
    const { example, a, x } = held();
    detachPolicy(example.account, "functions", VPC_ACCESS);
    deleteFunction(example.account, "one");
    attachPolicy(example.account, "functions", VPC_ACCESS);
    expect(example.lambda("two", [a], [x]).interfacesCreated).toBe(1);
  });

  test("permissions that come back in time leave nothing behind", () => {
    const { example } = held();
    detachPolicy(example.account, "functions", VPC_ACCESS);
    attachPolicy(example.account, "functions", VPC_ACCESS);
    deleteFunction(example.account, "one");
    expect(example.combinations).toEqual([]);
  });
});

/** The rule written anew: what Hyperplane must have, from the configurations that are in use. */
function needed(configurations: Iterable<readonly [subnets: readonly string[], groups: readonly string[]]>): readonly string[] {
  const keys = [...configurations].flatMap(([subnets, groups]) =>
    subnets.map((subnet) => `${subnet} ${[...new Set(groups)].sort().join()}`),
  );
  return [...new Set(keys)].sort();
}

test("after any history, each combination in use has one interface and nothing else has one", () => {
  const places = fc.uniqueArray(fc.nat(3), { maxLength: 4 });
  const groups = fc.array(fc.nat(2), { maxLength: 4 });
  const lists = fc.record({ subnets: places, groups }).filter((both) => (both.subnets.length === 0) === (both.groups.length === 0));
  const step = fc.record({ name: fc.constantFrom("f", "g", "h"), lists, publish: fc.boolean(), remove: fc.boolean() });
  checkLaw(
    { "a function is deleted": 30, "a function with versions is updated": 15, "functions share": 20 },
    [fc.array(step, { maxLength: 20 })],
    (history, met) => {
      const example = new AccountExample();
      const [subnetIds, groupIds] = [[0, 1, 2, 3].map(() => example.subnet()), [0, 1, 2].map(() => example.group())];
      const used = new Map<string, (readonly [readonly string[], readonly string[]])[]>();
      for (const {
        name,
        lists: { subnets, groups: chosen },
        publish,
        remove,
      } of history) {
        const config = [subnets.map((index) => subnetIds[index] ?? ""), chosen.map((index) => groupIds[index] ?? "")] as const;
        const versions = used.get(name);
        met("a function is deleted", remove && versions !== undefined);
        met("a function with versions is updated", !remove && versions !== undefined && versions.length > 1);
        if (remove && versions !== undefined) {
          deleteFunction(example.account, name);
          used.delete(name);
        } else if (versions !== undefined) {
          updateFunction(example.account, example.request(name, ...config, publish));
          used.set(name, [config, ...versions.slice(1), ...(publish ? [config] : [])]);
        } else {
          example.lambda(name, ...config, publish);
          used.set(name, [config, ...(publish ? [config] : [])]);
        }
        const asked = [...used.values()].flat();
        met("functions share", needed(asked).length < asked.flatMap(([subnetIds]) => subnetIds).length);
        expect(example.combinations).toEqual(needed(asked));
      }
    },
  );
});
