import type { Attachment } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { readNetwork } from "../read-network";
import { networkOf } from "../testing/network-of";
import { previewJsonOf } from "../testing/preview-json-of";
import { applied, awsProvider, type Inputs, preview, type Resource, resource, settled } from "../testing/program";
import { lambda } from "../testing/sample-resources";
import { stateFileOf } from "../testing/state-file-of";
import { readPreviewJson } from "../views/preview-json";
import { readStateFile } from "../views/state-file";

const main = resource("aws:s3/bucket:Bucket", "main");
const lists = { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] };
const json = (value: unknown): string => JSON.stringify(value);
const role = (account: string, name = "deploy") => ({ roleArn: `arn:aws:iam::${account}:role/${name}` });
const [ONE, TWO] = ["111111111111", "222222222222"];

/** A function of each provider. */
function programOf(providers: readonly Resource[]): readonly Resource[] {
  return [main, ...providers, ...providers.map((provider, index) => ({ ...lambda(`function-${index}`, lists), provider }))];
}

type Relation = "one account" | "one account, assumed" | "perhaps two accounts";

function relation([first, second]: readonly Attachment[]): Relation {
  if (first?.scope !== second?.scope) return "perhaps two accounts";
  return first?.scopeAssumed === true && second?.scopeAssumed === true ? "one account, assumed" : "one account";
}

interface Row {
  readonly sentence: string;
  /** The settings of the provider that the engine creates, and those of an explicit one. */
  readonly engine: Inputs;
  readonly explicit: Inputs;
  readonly expected: Relation;
}

const rows: readonly Row[] = [
  { sentence: "no settings at all", engine: {}, explicit: {}, expected: "one account, assumed" },
  { sentence: "a Region", engine: {}, explicit: { region: "eu-west-1" }, expected: "one account, assumed" },
  {
    sentence: "settings that select no account",
    engine: { region: "us-east-1", version: "7.48.0", maxRetries: "3" },
    explicit: { defaultTags: json({ tags: { team: "a" } }), skipMetadataApiCheck: "true", forbiddenAccountIds: json([TWO]) },
    expected: "one account, assumed",
  },
  { sentence: "one profile", engine: { profile: "ops" }, explicit: { profile: "ops" }, expected: "one account, assumed" },
  {
    sentence: "empty settings",
    engine: {},
    explicit: { profile: "", assumeRoles: "[]", endpoints: "[]" },
    expected: "one account, assumed",
  },
  {
    sentence: "one list of files, written in another way",
    engine: { sharedConfigFiles: '["a", "b"]' },
    explicit: { sharedConfigFiles: json(["a", "b"]) },
    expected: "one account, assumed",
  },
  { sentence: "a profile", engine: {}, explicit: { profile: "ops" }, expected: "perhaps two accounts" },
  { sentence: "two profiles", engine: { profile: "a" }, explicit: { profile: "b" }, expected: "perhaps two accounts" },
  {
    sentence: "other endpoints",
    engine: {},
    explicit: { endpoints: json([{ lambda: "http://localhost" }]) },
    expected: "perhaps two accounts",
  },
  { sentence: "a setting of a later release", engine: {}, explicit: { vault: "x" }, expected: "perhaps two accounts" },
  {
    sentence: "a role of the same account or another",
    engine: {},
    explicit: { assumeRoles: json([role(ONE)]) },
    expected: "perhaps two accounts",
  },
  {
    sentence: "two roles of one account",
    engine: { assumeRoles: json([role(ONE)]) },
    explicit: { assumeRoles: json([role(TWO, "hub"), role(ONE, "network")]) },
    expected: "one account",
  },
  {
    sentence: "roles of two accounts",
    engine: { assumeRoles: json([role(ONE), role(TWO)]) },
    explicit: { assumeRoles: json([role(ONE)]) },
    expected: "perhaps two accounts",
  },
  {
    sentence: "a role with a web identity, and one that the provider of an earlier release assumes",
    engine: { assumeRoleWithWebIdentity: json({ ...role(ONE), webIdentityTokenFile: "token" }) },
    explicit: { assumeRole: json(role(ONE)), profile: "ops" },
    expected: "one account",
  },
  {
    sentence: "a role that is assumed after one with a web identity",
    engine: { assumeRoleWithWebIdentity: json(role(ONE)), assumeRoles: json([role(TWO)]) },
    explicit: { assumeRoles: json([role(ONE)]) },
    expected: "perhaps two accounts",
  },
  {
    sentence: "one account that both allow, with two profiles",
    engine: { allowedAccountIds: json([ONE]), profile: "a" },
    explicit: { allowedAccountIds: json([ONE]), profile: "b" },
    expected: "one account",
  },
  {
    sentence: "two accounts that both allow",
    engine: { allowedAccountIds: json([ONE, TWO]), profile: "a" },
    explicit: { allowedAccountIds: json([ONE, TWO]), profile: "b" },
    expected: "perhaps two accounts",
  },
  {
    sentence: "an allowed account that is not looked up",
    engine: { allowedAccountIds: json([ONE]), profile: "a" },
    explicit: { allowedAccountIds: json([ONE]), profile: "b", skipRequestingAccountId: "true" },
    expected: "perhaps two accounts",
  },
  {
    sentence: "an allowed account that only one of them states",
    engine: { skipRequestingAccountId: "false" },
    explicit: { allowedAccountIds: json([ONE]) },
    expected: "one account, assumed",
  },
  {
    sentence: "keys, which a preview masks",
    engine: { accessKey: "AKIA", secretKey: "x" },
    explicit: { accessKey: "AKIA", secretKey: "x" },
    expected: "perhaps two accounts",
  },
  {
    sentence: "keys, and a role of one account",
    engine: { accessKey: "AKIA", secretKey: "x", assumeRoles: json([role(ONE)]) },
    explicit: { assumeRoles: json([role(ONE)]) },
    expected: "one account",
  },
  {
    sentence: "text that is no JSON",
    engine: { sharedConfigFiles: "[a" },
    explicit: { sharedConfigFiles: "[a" },
    expected: "one account, assumed",
  },
];

describe("the provider that the engine creates and an explicit one, with", () => {
  test.each(rows)("$sentence: $expected", ({ engine, explicit, expected }) => {
    const program = programOf([awsProvider("default_7_48_0", engine), awsProvider("own", explicit)]);
    expect([
      relation(networkOf(preview(program)).attachments),
      relation(readNetwork(readPreviewJson(previewJsonOf(program))).attachments),
      relation(readNetwork(readPreviewJson(previewJsonOf(program, program))).attachments),
      relation(readNetwork(readStateFile(stateFileOf(program)).resources).attachments),
    ]).toEqual([expected, expected, expected, expected]);
  });
});

describe("a function is in an account of its provider alone", () => {
  const related = (providers: readonly Resource[], view = preview): Relation => relation(networkOf(view(programOf(providers))).attachments);

  test("while a setting is unknown", () => {
    const unknown = ["a", "b"].map((name) => awsProvider(name, { profile: applied([main], "ops") }));
    expect([related(unknown), related(unknown, settled)]).toEqual(["perhaps two accounts", "one account, assumed"]);
  });

  test("while a role is unknown, unless only one account is allowed", () => {
    const assumeRoles = applied([main], json([role(ONE)]));
    const allowed = { allowedAccountIds: json([ONE]) };
    expect(related(["a", "b"].map((name) => awsProvider(name, { assumeRoles })))).toBe("perhaps two accounts");
    expect(related(["a", "b"].map((name) => awsProvider(name, { assumeRoles, ...allowed })))).toBe("one account");
  });

  test("if a preview does not show the provider, because of its name", () => {
    expect(related([awsProvider("default"), awsProvider("own")])).toBe("perhaps two accounts");
    expect(related([awsProvider("default-eu"), awsProvider("own")])).toBe("perhaps two accounts");
  });

  test("if the providers are of different packages", () => {
    const native = resource("pulumi:providers:aws-native", "native");
    expect(related([native, awsProvider("own")])).toBe("perhaps two accounts");
    expect(related([native, { ...native, name: "second" }])).toBe("one account, assumed");
  });

  test("if the package is unknown", () => {
    const others = ["a", "b"].map((name) => resource("pulumi:providers:floci", name));
    expect(related(others)).toBe("perhaps two accounts");
  });
});

test("functions of one provider are in one account for certain, whatever other providers there are without functions", () => {
  const [own, other] = [awsProvider("own"), awsProvider("other")];
  const functions = ["orders", "users"].map((name) => ({ ...lambda(name, lists), provider: own }));
  const outside = { ...resource("aws:lambda/function:Function", "outside"), provider: other };
  expect(relation(networkOf(preview([own, other, outside, ...functions])).attachments)).toBe("one account");
});

test("a third provider joins two accounts of which one is stated", () => {
  const providers = [
    awsProvider("stated", { profile: "ops", allowedAccountIds: json([ONE]) }),
    awsProvider("ops", { profile: "ops" }),
    awsProvider("role", { assumeRoles: json([role(ONE)]) }),
  ];
  const scopes = networkOf(preview(programOf(providers))).attachments;
  expect(new Set(scopes.map(({ scope }) => scope)).size).toBe(1);
  expect(scopes.map(({ scopeAssumed }) => scopeAssumed)).toEqual([true, true, true]);
});

test("environment variables that only one provider reads may lead to another account, in views that show them", () => {
  const own = awsProvider("own", { __internal: { envVarMappings: { DEPLOY_KEY: "AWS_ACCESS_KEY_ID" } } });
  const program = programOf([awsProvider("default_7_48_0"), own]);
  expect(relation(readNetwork(readPreviewJson(previewJsonOf(program))).attachments)).toBe("perhaps two accounts");
});
