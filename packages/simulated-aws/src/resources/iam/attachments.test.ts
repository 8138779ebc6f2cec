import { describe, expect, test } from "@jest/globals";
import { createRole } from "../../account/iam/role";
import { AccountExample, VPC_ACCESS } from "../../testing/account-example";
import { policyAttachment } from "./policy-attachment";
import { rolePolicyAttachmentsExclusive } from "./role-policy-attachments-exclusive";

const LOGS = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

function accountWith(...names: readonly string[]) {
  const { account } = new AccountExample();
  for (const id of names)
    createRole(account, { id, path: "/", assumeRolePolicy: "{}", description: "", maxSessionDuration: 3600, tags: {} });
  const attached = (role: string) =>
    account.tables.rolePolicyAttachments
      .where("role", role)
      .map(({ policyArn }) => policyArn)
      .sort();
  return { account, attached };
}

describe("all attachments of a policy", () => {
  const inputs = { name: "logs", policyArn: LOGS, roles: ["a", "b"] };

  test("attach it to each role, and are described as they are", () => {
    const { account, attached } = accountWith("a", "b");
    expect(policyAttachment.create(account, inputs)).toEqual({ id: "logs" });
    expect([attached("a"), attached("b")]).toEqual([[LOGS], [LOGS]]);
    expect(policyAttachment.describe(account, "logs", inputs)).toEqual({ ...inputs, roles: ["a", "b"] });
  });

  test("detach it from a role that is no longer listed, and from those that another resource lists", () => {
    const { account, attached } = accountWith("a", "b", "c");
    policyAttachment.create(account, inputs);
    policyAttachment.create(account, { ...inputs, name: "other", roles: ["c"] });
    expect(policyAttachment.update?.(account, "logs", { ...inputs, roles: ["b"] }, inputs)).toEqual({ id: "logs" });
    expect([attached("a"), attached("b"), attached("c")]).toEqual([[], [LOGS], []]);
  });

  test("are detached with it, and no others", () => {
    const { account, attached } = accountWith("a", "b", "c");
    policyAttachment.create(account, inputs);
    policyAttachment.create(account, { ...inputs, name: "other", roles: ["c"] });
    policyAttachment.remove(account, "logs", inputs);
    expect([attached("a"), attached("b"), attached("c")]).toEqual([[], [], [LOGS]]);
  });
});

describe("all attachments of a role", () => {
  const inputs = { roleName: "a", policyArns: [LOGS] };

  test("are those that are listed, and no others", () => {
    const { account, attached } = accountWith("a");
    rolePolicyAttachmentsExclusive.create(account, { ...inputs, policyArns: [VPC_ACCESS, LOGS] });
    expect(rolePolicyAttachmentsExclusive.describe(account, "a", {})).toEqual({ roleName: "a", policyArns: [VPC_ACCESS, LOGS] });
    expect(rolePolicyAttachmentsExclusive.update?.(account, "a", inputs, {})).toEqual({ id: "a" });
    expect(attached("a")).toEqual([LOGS]);
  });

  test("stay when the list is deleted", () => {
    const { account, attached } = accountWith("a");
    rolePolicyAttachmentsExclusive.create(account, inputs);
    rolePolicyAttachmentsExclusive.remove(account, "a", inputs);
    expect(attached("a")).toEqual([LOGS]);
  });

  test("are none of a role that is not there", () => {
    const { account } = accountWith();
    expect(rolePolicyAttachmentsExclusive.describe(account, "a", {})).toBeUndefined();
    expect(() => rolePolicyAttachmentsExclusive.create(account, inputs)).toThrow(/^NoSuchEntity/);
  });
});
