import { describe, expect, test } from "@jest/globals";
import { createAccessPoint } from "../address-consumers/access-point";
import {
  createFileSystem,
  createMountTarget,
  deleteFileSystem,
  deleteMountTarget,
  finishMountTarget,
} from "../address-consumers/file-system";
import { AccountExample } from "../../testing/account-example";
import { createSubnet } from "../vpc/subnet";
import { createFunction, updateFunction } from "./lambda-function";

const regional = { region: "us-east-1", tags: {} };

/** A file system with an access point, and a subnet and a function request in each of two zones. */
function fileSystemExample() {
  const example = new AccountExample();
  const { account, vpcId } = example;
  const subnet = (zone: string, third: number, ofVpc = vpcId) =>
    createSubnet(account, {
      ...regional,
      vpcId: ofVpc,
      cidrBlock: `10.0.${third}.0/24`,
      availabilityZone: `us-east-1${zone}`,
      mapPublicIpOnLaunch: false,
    }).id;
  const [a, b, secondOfA] = [subnet("a", 0), subnet("b", 1), subnet("a", 2)];
  const fileSystemId = createFileSystem(account, regional).id;
  const point = createAccessPoint(account, { ...regional, fileSystemId, settings: {} });
  const group = example.group();
  const mount = (subnetId: string) => {
    const { id } = createMountTarget(account, { fileSystemId, subnetId, securityGroupIds: [group], ipAddress: undefined });
    return { id, finish: () => finishMountTarget(account, id) };
  };
  const request = (subnetIds: readonly string[], accessPointArn = point.arn) => ({
    ...example.request("orders", subnetIds, subnetIds.length === 0 ? [] : [group]),
    accessPointArn,
  });
  const elsewhere = () => {
    const other = example.vpc("10.0.0.0/16");
    return { subnetIds: [subnet("a", 0, other)], securityGroupIds: [example.group("other", other)], ipv6AllowedForDualStack: false };
  };
  return { account, a, b, secondOfA, fileSystemId, point, mount, request, elsewhere };
}

const NOT_IN_ALL_ZONES = /does not have mount targets created in all availability zones the function will execute in\. Please create EFS/;
const NOT_AVAILABLE = /has mount targets created in all .*, but not all are in the available life cycle state yet/;

describe("a function with a file system", () => {
  test("is created once each of its zones has an available mount target, in whichever subnet", () => {
    const { account, b, secondOfA, a, mount, request } = fileSystemExample();
    for (const subnet of [a, b]) mount(subnet).finish();
    expect(createFunction(account, request([secondOfA, b])).created.id).toBe("orders");
  });

  test("is refused without a mount target in one of its zones, with both ARNs", () => {
    const { account, a, b, fileSystemId, point, mount, request } = fileSystemExample();
    mount(a).finish();
    expect(() => createFunction(account, request([a, b]))).toThrow(NOT_IN_ALL_ZONES);
    expect(() => createFunction(account, request([a, b]))).toThrow(`file-system/${fileSystemId} referenced by access point ${point.arn}`);
  });

  test("is refused while a mount target is not available", () => {
    const { account, a, b, mount, request } = fileSystemExample();
    mount(a).finish();
    const { finish } = mount(b);
    expect(() => createFunction(account, request([a, b]))).toThrow(NOT_AVAILABLE);
    finish();
    expect(createFunction(account, request([a, b])).interfacesCreated).toBe(2);
  });

  test("is refused in another VPC than the mount targets", () => {
    const { account, a, mount, request, elsewhere } = fileSystemExample();
    mount(a).finish();
    expect(() => createFunction(account, { ...request([]), vpcConfig: elsewhere() })).toThrow(NOT_IN_ALL_ZONES);
  });

  test("is refused outside a VPC, and cannot leave its VPC", () => {
    const { account, a, mount, request } = fileSystemExample();
    expect(() => createFunction(account, request([]))).toThrow(/must be configured to execute in a VPC to reference access point arn:aws:/);
    mount(a).finish();
    createFunction(account, request([a]));
    expect(() => updateFunction(account, request([]))).toThrow(
      /VPC configuration cannot be removed with access point arn:aws:.* referenced/,
    );
  });

  test("gets another subnet only in a zone with a mount target", () => {
    const { account, a, b, secondOfA, mount, request } = fileSystemExample();
    mount(a).finish();
    createFunction(account, request([a]));
    expect(() => updateFunction(account, request([a, b]))).toThrow(NOT_IN_ALL_ZONES);
    expect(updateFunction(account, request([a, secondOfA])).created.vpcConfig?.subnetIds).toHaveLength(2);
  });

  test("changes other settings after its mount target was deleted", () => {
    const { account, a, mount, request } = fileSystemExample();
    const { id, finish } = mount(a);
    finish();
    createFunction(account, request([a]));
    deleteMountTarget(account, id);
    expect(updateFunction(account, { ...request([a]), tags: { team: "shop" } }).created.tags).toEqual({ team: "shop" });
  });

  test("names an access point, not a file system", () => {
    const { account, a, request } = fileSystemExample();
    const arn = "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0a";
    expect(() => createFunction(account, request([a], arn))).toThrow(/ValidationException.*fileSystemConfigs\.1\.member\.arn/);
  });

  test.each([
    "arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/fsap-0123456789abcdef0",
    "arn:aws:s3files:us-east-1:123456789012:file-system/fs-0/access-point/ap-0",
  ])("may use what the account does not know: %s", (arn) => {
    const { account, a, request } = fileSystemExample();
    expect(createFunction(account, request([a], arn)).created.accessPointArn).toBe(arn);
  });
});

test("an access point is deleted with its file system, and needs one", () => {
  const { account, fileSystemId, point } = fileSystemExample();
  deleteFileSystem(account, fileSystemId);
  expect(account.tables.accessPoints.get(point.id)).toBeUndefined();
  expect(() => createAccessPoint(account, { ...regional, fileSystemId, settings: {} })).toThrow(/FileSystemNotFound/);
});

test("a mount target that was deleted while AWS created it does not come back", () => {
  const { account, a, mount } = fileSystemExample();
  const { id, finish } = mount(a);
  deleteMountTarget(account, id);
  finish();
  expect(account.tables.mountTargets.get(id)).toBeUndefined();
});
