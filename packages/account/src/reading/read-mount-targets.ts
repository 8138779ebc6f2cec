import {
  DescribeMountTargetSecurityGroupsCommand,
  type EFSClient,
  paginateDescribeFileSystems,
  paginateDescribeMountTargets,
} from "@aws-sdk/client-efs";
import type { AccountMountTarget } from "@lambda-vpc/model";
import type { Caller } from "../calls/caller";
import { concurrently } from "../calls/concurrently";

/** The mount targets of all file systems of a Region, each with its groups. AWS lists them by file system. */
export async function readMountTargets(client: EFSClient, caller: Caller, concurrency: number): Promise<readonly AccountMountTarget[]> {
  const part = "mount-targets";
  const systems = await caller.list(
    { part, call: "elasticfilesystem:DescribeFileSystems" },
    paginateDescribeFileSystems({ client }, {}),
    (page) => page.FileSystems,
  );
  const ids = systems.flatMap(({ FileSystemId }) => FileSystemId ?? []);
  const lists = await concurrently(concurrency, ids, (FileSystemId) =>
    caller.list(
      { part, subject: FileSystemId, call: "elasticfilesystem:DescribeMountTargets" },
      paginateDescribeMountTargets({ client }, { FileSystemId }),
      (page) => page.MountTargets,
    ),
  );
  return concurrently(concurrency, lists.flat(), async ({ MountTargetId = "", FileSystemId = "", SubnetId = "" }) => {
    const answer = await caller.ask({ part, subject: FileSystemId, call: "elasticfilesystem:DescribeMountTargetSecurityGroups" }, () =>
      client.send(new DescribeMountTargetSecurityGroupsCommand({ MountTargetId })),
    );
    return { id: MountTargetId, fileSystem: FileSystemId, subnet: SubnetId, securityGroups: answer?.SecurityGroups ?? [] };
  });
}
