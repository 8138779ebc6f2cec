import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Properties } from "../property/value";
import { type CreatedResource, ProviderExample } from "../testing/provider-example";

const ASSOCIATION = "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation";
const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const FUNCTION = "aws:lambda/function:Function";
const code = { s3Bucket: "code", s3Key: "code", handler: "h", runtime: "nodejs22.x", role: "arn:aws:iam::123456789012:role/elsewhere" };

let example: ProviderExample;

beforeEach(() => {
  example = new ProviderExample();
});

afterEach(() => {
  example.end();
});

test("a group can be associated with a further VPC, and the association is read and deleted", async () => {
  const { group } = await example.network();
  const other = (await example.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.1.0.0/16" })).id;
  const made = await example.make(ASSOCIATION, { securityGroupId: group, vpcId: other });
  expect(made).toMatchObject({ id: `${group},${other}`, outputs: { securityGroupId: group, vpcId: other, state: "associated" } });
  const address = { type: ASSOCIATION, name: "example" };
  expect(example.provider.read(address, made.id, {}, {})).toMatchObject({ inputs: { securityGroupId: group, vpcId: other } });
  await example.provider.remove(address, made.id, made.outputs);
  expect(example.provider.read(address, made.id, {}, {})).toBeUndefined();
});

test("a distribution is refused when it is created or updated to associate a function in a VPC", async () => {
  const { group, subnets } = await example.network();
  const vpcConfig = { subnetIds: [subnets[0]], securityGroupIds: [group] };
  const inside = await example.make(FUNCTION, { ...code, name: "inside", publish: true, vpcConfig });
  const outside = await example.make(FUNCTION, { ...code, name: "outside", publish: true });
  const distribution = ({ outputs }: CreatedResource): Properties => ({
    enabled: true,
    origins: [{ domainName: "shop.example", originId: "shop" }],
    defaultCacheBehavior: {
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      targetOriginId: "shop",
      viewerProtocolPolicy: "https-only",
      lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: outputs["qualifiedArn"] ?? "" }],
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: { cloudfrontDefaultCertificate: true },
  });
  const refused = "InvalidLambdaFunctionAssociation: The function cannot have a VPC configuration.";
  await expect(example.make(DISTRIBUTION, distribution(inside))).rejects.toThrow(refused);
  const made = await example.make(DISTRIBUTION, distribution(outside));
  await expect(example.change(DISTRIBUTION, made, distribution(inside))).rejects.toThrow(refused);
});
