import { createAccessPoint, findAccessPoint } from "../../account/address-consumers/access-point";
import { knownValues, requiredText, textMap } from "../../property/read";
import { computed, optional, optionalComputed, regionFields, replacing, required, tagFields } from "../../schema/field";
import { arn } from "../../account/store/arn";
import type { ResourceType } from "../definition/resource-type";

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_efs_access_point. */
export const accessPoint: ResourceType = {
  token: "aws:efs/accessPoint:AccessPoint",
  fields: {
    ...regionFields,
    ...tagFields,
    arn: computed("string"),
    fileSystemArn: computed("string"),
    fileSystemId: replacing(required("string")),
    ownerId: computed("string"),
    posixUser: replacing(
      optional({ object: { gid: required("number"), secondaryGids: optional({ set: "number" }), uid: required("number") } }),
    ),
    rootDirectory: replacing(
      optionalComputed({
        object: {
          creationInfo: optionalComputed({
            object: { ownerGid: required("number"), ownerUid: required("number"), permissions: required("string") },
          }),
          path: optionalComputed("string"),
        },
      }),
    ),
  },
  create: (account, inputs) =>
    createAccessPoint(account, {
      fileSystemId: requiredText(inputs, "fileSystemId"),
      region: requiredText(inputs, "region"),
      tags: textMap(inputs, "tagsAll"),
      // Without a root directory, an access point shows the root of its file system.
      settings: { rootDirectory: { path: "/" }, ...knownValues(inputs, ["posixUser", "rootDirectory"]) },
    }),
  describe: (account, id) => {
    const row = account.tables.accessPoints.get(id);
    return (
      row && {
        ...row.settings,
        arn: row.arn,
        fileSystemArn: arn("elasticfilesystem", row.region, account.id, `file-system/${row.fileSystemId}`),
        fileSystemId: row.fileSystemId,
        ownerId: account.id,
        region: row.region,
        tagsAll: row.tags,
      }
    );
  },
  update: (account, id, inputs) => account.tables.accessPoints.put({ ...findAccessPoint(account, id), tags: textMap(inputs, "tagsAll") }),
  remove: (account, id) => {
    account.tables.accessPoints.remove(id);
  },
};
