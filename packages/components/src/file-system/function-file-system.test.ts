import { describe, expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import { Network } from "../network/network";
import { recordProgram, valueOf } from "../testing/recorded-program";
import { FunctionFileSystem } from "./function-file-system";

const { inputsByName } = recordProgram(({ name }) => ({ arn: `arn:${name}` }));

const vpcId = "vpc-1";

/** The resources that a resource with this input depends on. They are not in the types of the SDK. */
function dependenciesOf(output: object): Promise<ReadonlySet<pulumi.Resource>> {
  return (output as { readonly allResources: () => Promise<ReadonlySet<pulumi.Resource>> }).allResources();
}

describe("a file system of functions", () => {
  test("has one mount target in each zone of a network, in its first subnet, and a group without inline rules", async () => {
    const network = new Network("main", { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1c"], region: "us-east-1" });
    new FunctionFileSystem("files", { vpcId: network.vpcId, subnetIds: network.firstSubnetIds, tags: { team: "shop" } });
    expect(await inputsByName("MountTarget")).toMatchObject({
      "files-a": { fileSystemId: "files-id", subnetId: "main-a-id", securityGroups: ["files-id"] },
      "files-c": { subnetId: "main-c-id" },
    });
    const { files } = await inputsByName("SecurityGroup");
    expect(files).toMatchObject({ vpcId: "main-id", tags: { Name: "files", team: "shop" } });
    expect([files?.["ingress"], files?.["egress"]]).toEqual([undefined, undefined]);
    expect(await inputsByName("FileSystem")).toMatchObject({ files: { encrypted: true } });
  });

  test("names a zone the same whatever the others are", async () => {
    new FunctionFileSystem("files", { vpcId, subnetIds: { "use1-az2": "subnet-2", "us-east-1a": "subnet-1" } });
    expect(await inputsByName("MountTarget")).toMatchObject({ "files-az2": { subnetId: "subnet-2" }, "files-a": { subnetId: "subnet-1" } });
  });

  test("lets functions mount it after all mount targets", async () => {
    const files = new FunctionFileSystem("files", { vpcId, subnetIds: { "us-east-1a": "subnet-1" }, localMountPath: "/mnt/photos" });
    const { arn, localMountPath } = files.fileSystemConfig;
    const waits = await Promise.all([...(await dependenciesOf(arn))].map(({ urn }) => valueOf(urn)));
    expect(waits.map((urn) => urn.split("::").slice(2).join(" ").replace(/^.*\$/, "")).sort()).toEqual(
      expect.arrayContaining(["aws:efs/accessPoint:AccessPoint files", "aws:efs/mountTarget:MountTarget files-a"]),
    );
    expect(await valueOf({ arn, localMountPath })).toEqual({ arn: "arn:files", localMountPath: "/mnt/photos" });
  });

  test("is a target that lets functions in on the port of NFS", async () => {
    const files = new FunctionFileSystem("files", { vpcId, subnetIds: { "us-east-1a": "subnet-1" } });
    expect(await valueOf(files.reach)).toEqual({ port: 2049, securityGroupId: "files-id", openTarget: true });
  });

  test.each<[string, object, string]>([
    [
      "no zone",
      { subnetIds: {} },
      "files.subnetIds: Specify one subnet for each zone of the functions, such as the firstSubnetIds of a Network.",
    ],
    [
      "one zone twice",
      { subnetIds: { a: "subnet-1", "us-east-1a": "subnet-2" } },
      "files.subnetIds: a and us-east-1a are the same zone. Specify one subnet for each zone.",
    ],
    ["a list", { subnetIds: ["subnet-1"] }, "files.subnetIds: Expected an object, got a list"],
    ["an empty id", { subnetIds: { "us-east-1a": "" } }, "files.subnetIds.us-east-1a: Expected a string that is not empty"],
  ])("rejects %s", (_, args, sentence) => {
    const construct = (): FunctionFileSystem => new FunctionFileSystem("files", { vpcId, ...args } as never);
    expect(construct).toThrow(pulumi.RunError);
    expect(construct).toThrow(sentence);
  });
});
