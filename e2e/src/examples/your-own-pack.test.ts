import { expect, test } from "@jest/globals";
import { join } from "node:path";
import { printed, type Program, repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

const example = "04-your-own-pack";
const pack = join(repositoryRoot, "examples", example, "policy-pack");

async function previewUnderPack(program: Program): Promise<{ readonly exitCode: number; readonly output: string }> {
  const preview = await program.pulumi("preview", "--policy-pack", pack);
  return { exitCode: preview.exitCode, output: printed(preview) };
}

test("a pack put together in code runs its team's policy beside ours, at the levels that the team has set", () =>
  withWorkspace(async ({ program }) => {
    const team = await program(example);
    const content = await previewUnderPack(team);
    expect(content).toMatchObject({ exitCode: 0, output: expect.stringContaining("✅ lambda-vpc") });
    expect(content.output).not.toContain("two-subnets");

    team.edit((source) => source.replace("subnetIds: subnets.map", "subnetIds: subnets.slice(0, 1).map"));
    const refused = await previewUnderPack(team);
    expect(refused.exitCode).not.toBe(0);
    expect(refused.output).toMatch(/\[mandatory\].*two-subnets/);
    expect(refused.output).toContain("3 functions (orders, stock, users). First: The function uses one subnet.");

    team.edit((source) =>
      source.replace(
        "vpcConfig: https.vpcConfig }",
        "vpcConfig: { ...https.vpcConfig, securityGroupIds: [new aws.ec2.SecurityGroup(name, { vpcId: vpc.id }).id] } }",
      ),
    );
    const spread = await previewUnderPack(team);
    expect(spread.output).toMatch(/\[mandatory\].*share-security-groups/);
    // The merge is a part of the other fix, at a higher level.
    expect(spread.output).not.toContain("merge-equivalent-security-groups");
    expect(spread.output).toContain("3 security-group sets for the 3 functions in VPC main (maximum 2)");
  }));
