import {
  applied,
  component,
  cut,
  deployed,
  fromElsewhere,
  idOf,
  type Inputs,
  lambda,
  madeAfter,
  type ReferenceList,
  resource,
  type Resource,
  securityGroup,
  stack,
  subnet,
  testPolicy,
  urnOf,
  vpc,
} from "@lambda-vpc/policy-testing";
import { change, type Step } from "@lambda-vpc/policy-kit";
import { mountTargetsOfFunctionFileSystems } from "./mount-targets-of-function-file-systems";

const main = vpc("main");
const zoned = (name: string, zone: string) => subnet(name, { vpc: main, availabilityZone: `eu-west-1${zone}` });
const [a, b, alsoA] = [zoned("a", "a"), zoned("b", "b"), zoned("also-a", "a")];
const [hidden, other] = [subnet("hidden", { vpc: main }), subnet("other", { vpc: main })];
const securityGroups = [securityGroup("shared", { vpc: main })];
const files = resource("aws:efs/fileSystem:FileSystem", "files");
const access = (fileSystemId: Inputs[string] = idOf(files)) => resource("aws:efs/accessPoint:AccessPoint", "access", { fileSystemId });
const target = (name: string, of: Resource, fileSystemId: Inputs[string] = idOf(files)) =>
  resource("aws:efs/mountTarget:MountTarget", name, { fileSystemId, subnetId: idOf(of) });
const [inA, inB] = [target("in-a", a), target("in-b", b)];
const arn = (of: Resource, ...others: readonly Resource[]) =>
  applied([of, ...others], `arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/${of.name}`);
const mounting = (subnets: ReferenceList, fileSystemArn: Inputs[string] = arn(access())) =>
  lambda("orders", { subnets, securityGroups }, { fileSystemConfig: { arn: fileSystemArn, localMountPath: "/mnt/files" } });
const waiting = (subnets: ReferenceList, ...targets: readonly Resource[]) => madeAfter(mounting(subnets), ...targets);

const holder = component("acme:index:Files", "holder");
const inside = resource("aws:efs/mountTarget:MountTarget", "inside", { fileSystemId: idOf(files), subnetId: idOf(a) }, holder);

const mountTargetFor = (of: Resource): Step => ({
  step: "add-resource",
  type: "aws:efs/mountTarget:MountTarget",
  properties: { fileSystemId: { resource: urnOf(files), output: "id" }, subnetId: { resource: urnOf(of), output: "id" } },
  dependents: [urnOf(mounting([]))],
});
const lacksB = {
  verdict: "violation",
  says: [
    "1 subnet of orders in a zone without a mount target of file system files: b.",
    "Add a MountTarget (fileSystemId: files.id, subnetId: b.id) to the dependsOn of Function orders.",
  ],
  fix: change([mountTargetFor(b)], { note: "Its groups must allow TCP 2049." }),
} as const;

testPolicy(mountTargetsOfFunctionFileSystems, [
  { name: "a mount target in each zone, created first: no finding", stack: stack(waiting([a, b], inA, inB)), finds: [] },
  { name: "a subnet in the zone of another one's mount target: no finding", stack: stack(waiting([alsoA], inA)), finds: [] },
  { name: "no file system: no finding", stack: stack(lambda("orders", { subnets: [a], securityGroups }), inA), finds: [] },
  { name: "a zone without a mount target: refused", stack: stack(waiting([a, b], inA)), finds: [lacksB] },
  {
    name: "no mount target at all: every subnet",
    stack: stack(mounting([hidden, b])),
    finds: [
      {
        verdict: "violation",
        says: [
          "2 subnets of orders in a zone without a mount target of file system files: b, hidden.",
          "Function orders, and likewise for hidden.",
        ],
        fix: change([mountTargetFor(b), mountTargetFor(hidden)], { note: "Its groups must allow TCP 2049." }),
      },
    ],
  },
  {
    name: "mount targets of another file system: every subnet",
    stack: stack(waiting([a], target("in-a", a, idOf(resource("aws:efs/fileSystem:FileSystem", "others"))))),
    finds: [{ verdict: "violation", says: ["1 subnet of orders"] }],
  },
  {
    name: "no order between the function and its mount targets: both of them",
    stack: stack(mounting([a, b]), inA, inB),
    finds: [
      {
        verdict: "violation",
        says: ["2 mount targets for which orders does not wait: in-a, in-b.", "Add in-a, in-b to the dependsOn of Function orders."],
        fix: change([{ step: "depend-on", resources: [urnOf(mounting([]))], on: [inA, inB].map(urnOf) }]),
      },
    ],
  },
  {
    name: "an order on one mount target: the other one",
    stack: stack(waiting([a, b], inA), inB),
    finds: [{ verdict: "violation", says: ["1 mount target for which orders does not wait: in-b."] }],
  },
  {
    name: "a mount target in a zone that the function does not use, without order: no finding",
    stack: stack(waiting([a], inA), inB),
    finds: [],
  },
  { name: "an ARN that waits for the mount targets: no finding", stack: stack(mounting([a, b], arn(access(), inA, inB))), finds: [] },
  {
    name: "an access point that names the file system of a mount target: no finding",
    stack: stack(mounting([a], arn(access(applied([inA], "fs-files")))), deployed(files)),
    finds: [],
  },
  {
    name: "a zone that is unknown, with a mount target in it: no finding",
    stack: stack(waiting([hidden], target("in-hidden", hidden))),
    finds: [],
  },
  {
    name: "zones that are unknown: undecided",
    stack: stack(waiting([hidden], target("in-other", other))),
    finds: [
      {
        verdict: "undecided",
        level: "advisory",
        says: ["orders may use a zone without a mount target of file system files", "some availability zones"],
      },
    ],
  },
  {
    name: "a list cut by an apply: undecided",
    stack: stack(waiting(cut([a, b], [a]), inA)),
    finds: [{ verdict: "undecided", says: ["the whole list is unknown"] }],
  },
  {
    name: "an access point of another stack: no finding",
    stack: stack(mounting([a], "arn:aws:elasticfilesystem:eu-west-1:1:access-point/fsap-1")),
    finds: [],
  },
  { name: "an unknown access point of another stack: no finding", stack: stack(mounting([a], fromElsewhere("fsap-1"))), finds: [] },
  { name: "a file system of another stack: no finding", stack: stack(mounting([a], arn(access("fs-1")))), finds: [] },
  {
    name: "a component that holds the mount targets, and an order on it: no finding",
    stack: stack(madeAfter(mounting([a]), holder), inside),
    finds: [],
  },
]);
