import { createFileSystem, deleteFileSystem } from "../../account/address-consumers/file-system";
import { requiredText, text, textMap } from "../../property/read";
import { computed, defaulted, optional, optionalComputed, regionFields, replacing, tagFields } from "../../schema/field";
import { arn } from "../../account/store/arn";
import type { ResourceType } from "../definition/resource-type";

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_efs_file_system. */
export const fileSystem: ResourceType = {
  token: "aws:efs/fileSystem:FileSystem",
  fields: {
    ...regionFields,
    ...tagFields,
    arn: computed("string"),
    availabilityZoneId: computed("string"),
    availabilityZoneName: replacing(optionalComputed("string")),
    creationToken: replacing(optionalComputed("string")),
    dnsName: computed("string"),
    encrypted: replacing(optionalComputed("boolean")),
    kmsKeyId: replacing(optionalComputed("string")),
    lifecyclePolicies: optional({
      list: {
        object: {
          transitionToArchive: optional("string"),
          transitionToIa: optional("string"),
          transitionToPrimaryStorageClass: optional("string"),
        },
      },
    }),
    name: computed("string"),
    numberOfMountTargets: computed("number"),
    ownerId: computed("string"),
    performanceMode: replacing(optionalComputed("string")),
    protection: optionalComputed({ object: { replicationOverwrite: optionalComputed("string") } }),
    provisionedThroughputInMibps: optional("number"),
    sizeInBytes: computed({
      list: { object: { value: computed("number"), valueInIa: computed("number"), valueInStandard: computed("number") } },
    }),
    throughputMode: defaulted("string", "bursting"),
  },
  create: (account, inputs) => createFileSystem(account, { region: requiredText(inputs, "region"), tags: textMap(inputs, "tagsAll") }),
  describe: (account, id, outputs) => {
    const row = account.tables.fileSystems.get(id);
    return (
      row && {
        arn: arn("elasticfilesystem", row.region, account.id, `file-system/${id}`),
        availabilityZoneId: "",
        availabilityZoneName: text(outputs, "availabilityZoneName") ?? "",
        creationToken: text(outputs, "creationToken") ?? `terraform-${id}`,
        dnsName: `${id}.efs.${row.region}.amazonaws.com`,
        encrypted: outputs["encrypted"] === true,
        kmsKeyId: text(outputs, "kmsKeyId") ?? "",
        name: row.tags["Name"] ?? "",
        numberOfMountTargets: account.tables.mountTargets.count("fileSystem", id),
        ownerId: account.id,
        performanceMode: text(outputs, "performanceMode") ?? "generalPurpose",
        protection: outputs["protection"] ?? { replicationOverwrite: "ENABLED" },
        region: row.region,
        sizeInBytes: [{ value: 6144, valueInIa: 0, valueInStandard: 6144 }],
        tagsAll: row.tags,
      }
    );
  },
  update: (account, id, inputs) =>
    account.tables.fileSystems.put({ id, region: requiredText(inputs, "region"), tags: textMap(inputs, "tagsAll") }),
  remove: deleteFileSystem,
};
