import { availabilityZones } from "../../account/vpc/availability-zone";
import {
  createMountTarget,
  deleteMountTarget,
  findMountTarget,
  finishMountTarget,
  updateMountTarget,
} from "../../account/address-consumers/file-system";
import { MOUNT_TARGET_CREATION_TIME } from "../../account/store/simulation-settings";
import { interfacesOf } from "../../account/interfaces/owned-interface";
import { findSubnet } from "../../account/vpc/subnet";
import { requiredText, text, texts } from "../../property/read";
import { computed, optionalComputed, regionFields, replacing, required } from "../../schema/field";
import { arn } from "../../account/store/arn";
import type { ResourceType } from "../definition/resource-type";

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_efs_mount_target; of the address types: the documentation of @pulumi/aws. */
export const mountTarget: ResourceType = {
  token: "aws:efs/mountTarget:MountTarget",
  fields: {
    ...regionFields,
    availabilityZoneId: computed("string"),
    availabilityZoneName: computed("string"),
    dnsName: computed("string"),
    fileSystemArn: computed("string"),
    fileSystemId: replacing(required("string")),
    ipAddress: replacing(optionalComputed("string")),
    ipAddressType: replacing(optionalComputed("string")),
    ipv6Address: replacing(optionalComputed("string")),
    mountTargetDnsName: computed("string"),
    networkInterfaceId: computed("string"),
    ownerId: computed("string"),
    securityGroups: optionalComputed({ set: "string" }),
    subnetId: replacing(required("string")),
  },
  settling: { time: MOUNT_TARGET_CREATION_TIME, finish: finishMountTarget },
  create: (account, inputs) =>
    createMountTarget(account, {
      fileSystemId: requiredText(inputs, "fileSystemId"),
      subnetId: requiredText(inputs, "subnetId"),
      securityGroupIds: texts(inputs, "securityGroups"),
      ipAddress: text(inputs, "ipAddress"),
    }),
  describe: (account, id) => {
    const row = account.tables.mountTargets.get(id);
    const [attached] = interfacesOf(account, id);
    if (row === undefined || attached === undefined) return undefined;
    const { region } = findSubnet(account, attached.subnetId);
    const dnsName = `${row.fileSystemId}.efs.${region}.amazonaws.com`;
    return {
      availabilityZoneId: availabilityZones(region).find(({ name }) => name === row.availabilityZone)?.id ?? "",
      availabilityZoneName: row.availabilityZone,
      dnsName,
      fileSystemArn: arn("elasticfilesystem", region, account.id, `file-system/${row.fileSystemId}`),
      fileSystemId: row.fileSystemId,
      ipAddress: attached.addresses[0] ?? "",
      ipAddressType: "IPV4_ONLY",
      ipv6Address: "",
      mountTargetDnsName: `${row.availabilityZone}.${dnsName}`,
      networkInterfaceId: attached.id,
      ownerId: account.id,
      region,
      securityGroups: attached.securityGroupIds,
      subnetId: attached.subnetId,
    };
  },
  update: (account, id, inputs) => {
    updateMountTarget(account, findMountTarget(account, id), texts(inputs, "securityGroups"));
    return { id };
  },
  remove: deleteMountTarget,
};
