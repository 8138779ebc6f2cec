import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, component, idOf, type Inputs, madeAfter, preview, type Resource, resource, settled, urnOf } from "../testing/program";
import { lambda, subnet, vpc } from "../testing/sample-resources";

const main = vpc("main");
const [a, b] = [subnet("a", main), subnet("b", main)];
const files = resource("aws:efs/fileSystem:FileSystem", "files");
const [inA, inB] = [a, b].map((one) =>
  resource("aws:efs/mountTarget:MountTarget", `in-${one.name}`, { fileSystemId: idOf(files), subnetId: idOf(one) }),
) as [Resource, Resource];
const access = resource("aws:efs/accessPoint:AccessPoint", "access", { fileSystemId: idOf(files) });
const arn = (of: Resource, ...others: readonly Resource[]): Inputs[string] => applied([of, ...others], `arn:aws:efs:::access-point/fsap-1`);
const orders = (fileSystemArn: Inputs[string], parent?: Resource): Resource => {
  const { type, inputs } = lambda("orders", { subnetIds: [idOf(a)], securityGroupIds: ["sg-1"] });
  return resource(type, "orders", { ...inputs, fileSystemConfig: { arn: fileSystemArn, localMountPath: "/mnt/files" } }, parent);
};
const inATarget = { key: urnOf(inA), subnet: urnOf(a) };
const inBTarget = { key: urnOf(inB), subnet: urnOf(b) };

function fileSystemOf(program: readonly Resource[], view = preview): unknown {
  return networkOf(view(program)).functions?.[0]?.fileSystem;
}

describe("the file system of a function", () => {
  const holder = component("acme:index:Service", "service");
  const throughTarget = resource("aws:efs/accessPoint:AccessPoint", "access", { fileSystemId: applied([inA], "fs-1") });
  const unclear = resource("aws:efs/mountTarget:MountTarget", "in-b", { fileSystemId: applied([main], "fs-1"), subnetId: idOf(b) });
  const stack = [main, a, b, files, inA];
  test.each([
    {
      through: "nothing that it waits for",
      program: [...stack, access, orders(arn(access))],
      targets: [{ ...inATarget, unordered: true }],
    },
    { through: "dependsOn", program: [...stack, access, madeAfter(orders(arn(access)), inA)], targets: [inATarget] },
    { through: "a property", program: [...stack, access, orders(arn(access, inA))], targets: [inATarget] },
    { through: "an access point of a mount target", program: [...stack, throughTarget, orders(arn(throughTarget))], targets: [inATarget] },
    {
      through: "a component around it",
      program: [...stack, access, madeAfter(holder, inA), orders(arn(access), holder)],
      targets: [inATarget],
    },
    {
      through: "one of two",
      program: [...stack, inB, access, madeAfter(orders(arn(access)), inB)],
      targets: [{ ...inATarget, unordered: true }, inBTarget],
    },
  ])("waiting through $through", ({ program, targets }) => {
    expect(fileSystemOf(program)).toEqual({ key: urnOf(files), mountTargets: targets });
    expect(fileSystemOf(program.toReversed())).toEqual({ key: urnOf(files), mountTargets: targets });
  });

  test("a mount target of an unknown file system may be one of its", () => {
    expect(fileSystemOf([...stack, unclear, access, orders(arn(access, inA))])).toMatchObject({ mayHaveOthers: true });
  });

  test.each([
    { of: "an access point of another stack", program: [...stack, orders("arn:aws:efs:::access-point/fsap-9")] },
    {
      of: "a file system of another stack",
      program: [...stack, resource(access.type, "access", { fileSystemId: "fs-9" }), orders(arn(access))],
    },
    {
      of: "one of two access points",
      program: [
        ...stack,
        access,
        resource(access.type, "second", { fileSystemId: "fs-9" }),
        orders(arn(access, resource(access.type, "second", { fileSystemId: "fs-9" }))),
      ],
    },
    { of: "no file system", program: [...stack, lambda("orders", { subnetIds: [idOf(a)], securityGroupIds: ["sg-1"] })] },
  ])("$of is none of this stack", ({ program }) => {
    expect(fileSystemOf(program)).toBeUndefined();
  });

  test("after the deployment, the id at the end of the ARN names the access point", () => {
    const view = settled([...stack, access, madeAfter(orders("arn:aws:efs:::access-point/fsap-7"), inA)]);
    const resources = view.resources.map((one) => (one.urn === urnOf(access) ? { ...one, props: { ...one.props, id: "fsap-7" } } : one));
    expect(networkOf({ ...view, resources }).functions?.[0]?.fileSystem?.key).toBe(urnOf(files));
  });

  test("resources of aws-native are read too", () => {
    const native = resource("aws-native:efs:FileSystem", "files");
    const point = resource("aws-native:efs:AccessPoint", "access", { fileSystemId: idOf(native) });
    const target = resource("aws-native:efs:MountTarget", "in-a", { fileSystemId: idOf(native), subnetId: idOf(a) });
    const mounting = resource("aws-native:lambda:Function", "orders", {
      vpcConfig: { subnetIds: [idOf(a)], securityGroupIds: ["sg-1"] },
      fileSystemConfigs: [{ arn: arn(point, target), localMountPath: "/mnt/files" }],
    });
    expect(fileSystemOf([main, a, native, point, target, mounting])).toEqual({
      key: urnOf(native),
      mountTargets: [{ key: urnOf(target), subnet: urnOf(a) }],
    });
  });
});
