import { expect, test } from "@jest/globals";
import { type AssessedFinding, assessStack } from "@lambda-vpc/policy-kit";
import {
  arnOf,
  database,
  https,
  lambda,
  loadBalancer,
  natGateway,
  networkInterface,
  policyAttachment,
  role,
  rolePolicy,
  securityGroup,
  vpc,
} from "@lambda-vpc/policy-testing";
import { checkLaw } from "@lambda-vpc/property-testing";
import { readPolicyResources, SeenInputs } from "@lambda-vpc/sources";
import { asAwsNative, idOf, madeAfter, mapProgram, preview, type Resource, resource, urnOf, type View } from "@lambda-vpc/sources/testing";
import fc from "fast-check";
import { lambdaVpc } from "./index";

/** A program with one of everything that a function can need, and of what can break a rule. */
const main = vpc("main", { subnets: 2, prefix: 28, zones: ["eu-west-1a", "eu-west-1b"] });
const further = resource("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "further", {
  ...{ vpcId: idOf(main), cidrBlock: "10.1.0.0/16" },
});
const publicSubnet = resource("aws:ec2/subnet:Subnet", "public", { vpcId: idOf(further), cidrBlock: "10.1.0.0/24" });
const overlapping = resource("aws:ec2/subnet:Subnet", "overlapping", { vpcId: idOf(main), cidrBlock: "10.0.0.0/24" });
const gateway = resource("aws:ec2/internetGateway:InternetGateway", "main", { vpcId: idOf(main) });
const nat = natGateway("main", { subnet: publicSubnet });
const table = resource("aws:ec2/routeTable:RouteTable", "private", { vpcId: idOf(main) });
const publicTable = resource("aws:ec2/routeTable:RouteTable", "public", {
  ...{ vpcId: idOf(main), routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: idOf(gateway) }] },
});
const routes = [
  resource("aws:ec2/route:Route", "private", { routeTableId: idOf(table), destinationCidrBlock: "0.0.0.0/0", natGatewayId: idOf(nat) }),
  ...main.subnets.map((one) =>
    resource("aws:ec2/routeTableAssociation:RouteTableAssociation", one.name, { subnetId: idOf(one), routeTableId: idOf(table) }),
  ),
  resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "public", {
    ...{ subnetId: idOf(publicSubnet), routeTableId: idOf(publicTable) },
  }),
];
const endpoint = resource("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", {
  ...{ vpcId: idOf(main), serviceName: "com.amazonaws.eu-west-1.s3", routeTableIds: [idOf(table)] },
});
const [web, data, empty] = ["web", "data", "empty"].map((name) =>
  securityGroup(name, { vpc: main, ...(name === "empty" ? {} : { egress: [https("0.0.0.0/0")] }) }),
) as [Resource, Resource, Resource];
const rules = [
  resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "out", {
    ...{ securityGroupId: idOf(empty), ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" },
  }),
  resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "in", {
    ...{ securityGroupId: idOf(web), ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" },
  }),
];
const execution = [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }] as const;
const [own, attached, granted] = [role("own", { eni: execution }), role("attached"), role("granted")];
const policies = [policyAttachment("attached", attached), rolePolicy("granted", granted, execution)];
const files = resource("aws:efs/fileSystem:FileSystem", "files");
const access = resource("aws:efs/accessPoint:AccessPoint", "files", { fileSystemId: idOf(files) });
const targets = main.subnets.map((one) =>
  resource("aws:efs/mountTarget:MountTarget", one.name, { fileSystemId: idOf(files), subnetId: idOf(one) }),
);
const takers = [
  loadBalancer("shop", { subnets: main.subnets }),
  networkInterface("shop", { subnet: main.subnets[0] ?? main, secondary: 5 }),
  resource("aws:ecs/service:Service", "shop", { desiredCount: 4, networkConfiguration: { subnets: main.subnets.map(idOf) } }),
  database("shop", { subnets: main.subnets }),
];
const functions = [
  lambda("web", { subnets: main.subnets, securityGroups: [web] }, { role: arnOf(own) }),
  madeAfter(lambda("data", { subnets: main.subnets, securityGroups: [data] }, { role: arnOf(attached) }), ...policies),
  lambda("early", { subnets: main.subnets, securityGroups: [empty] }, { role: arnOf(attached) }),
  madeAfter(
    lambda("granted", { subnets: main.subnets, securityGroups: [web] }, { role: arnOf(granted) }),
    ...policies,
    ...rules,
    ...routes,
  ),
  lambda(
    "files",
    { subnets: main.subnets, securityGroups: [data] },
    { role: arnOf(own), fileSystemConfig: { arn: idOf(access), localMountPath: "/mnt/files" } },
  ),
  lambda("late", { subnets: main.subnets, securityGroups: [web] }, { role: arnOf(granted) }),
  lambda("published", { subnets: main.subnets, securityGroups: [web] }, { role: arnOf(own), publish: true }),
];
const program: readonly Resource[] = [
  ...[main, ...main.subnets, further, publicSubnet, overlapping, gateway, nat, table, publicTable, ...routes, endpoint],
  ...[web, data, empty, ...rules, own, attached, granted, ...policies, files, access, ...targets, ...takers, ...functions],
];
const native = program.map(mapProgram(asAwsNative));

/** The URNs of `left` and of everything that depends on it: the engine refuses to create what depends on a resource that it leaves out. */
function withDependents(view: View, left: ReadonlySet<string>): ReadonlySet<string> {
  const outside = new Set(left);
  for (let size = -1; size < outside.size;) {
    size = outside.size;
    for (const { urn, dependencies = [] } of view.resources) if (dependencies.some((one) => outside.has(one.urn))) outside.add(urn);
  }
  return outside;
}

/** The findings of the whole pack, if the update leaves out some resources, none of which exist (docs/engine-facts.md#targets-in-policies). */
function findingsWithout(view: View, outside: ReadonlySet<string>): readonly AssessedFinding[] {
  const shown = <R extends { readonly urn: string; readonly props: object }>(one: R): R =>
    outside.has(one.urn) ? { ...one, props: {} } : one;
  const seen = new SeenInputs();
  for (const one of view.validated) seen.see(shown(one));
  const resources = readPolicyResources(view.resources.map(shown), seen);
  const { findings, unchecked } = assessStack(lambdaVpc, resources, {
    configuration: { all: "advisory" },
    today: "2026-12-01",
    secrets: [],
  });
  expect(unchecked).toEqual([]);
  return findings;
}

/** What surely breaks a rule: the policy and what it is about. */
function broken(findings: readonly AssessedFinding[]): readonly string[] {
  return findings.flatMap(({ policy, finding }) =>
    finding.verdict === "undecided" ? [] : [`${policy} ${finding.verdict} ${finding.subject}`],
  );
}

test.each([
  { provider: "aws", resources: program },
  { provider: "aws-native", resources: native },
])("a resource that an update leaves out breaks no rule of another one: $provider", ({ resources }) => {
  const view = preview(resources);
  const [urns, consumers] = [resources.slice(0, -functions.length).map(urnOf), resources.slice(-functions.length).map(urnOf)];
  checkLaw({ "a function is updated": 20 }, [fc.subarray(urns, { minLength: 1, maxLength: 12 })], (left, met) => {
    const outside = withDependents(view, new Set(left));
    // A function that the update does not create has no ENI, so it is compared with the same program without that function.
    const whole = { ...view, resources: view.resources.filter(({ urn }) => !consumers.includes(urn) || !outside.has(urn)) };
    const known = new Set(broken(findingsWithout(whole, new Set())));
    expect(broken(findingsWithout(view, outside)).filter((one) => !known.has(one))).toEqual([]);
    met(
      "a function is updated",
      consumers.some((urn) => !outside.has(urn)),
    );
  });
});
