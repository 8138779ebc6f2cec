import type { Rule, Rules } from "../subject";
import { validationOptions } from "./certificate";

const number =
  (value: number): Rule =>
  () =>
    value;

const CLUSTER_ARN = "arn:aws:ecs:{region}:{account}:cluster/{name}";

const targetGroup: Rules = {
  id: "{arn}",
  arn: "arn:aws:elasticloadbalancing:{region}:{account}:targetgroup/{name}/{hex:16}",
  arnSuffix: "targetgroup/{name}/{hex:16}",
};

/** A listener's ARN continues that of its load balancer (docs/aws-facts.md#arn-formats). */
const listener: Rules = {
  id: "{arn}",
  arn: ({ text, seed }) => `${text("loadBalancerArn").replace(":loadbalancer/", ":listener/")}/${hex16(seed)}`,
};

const listenerRule: Rules = {
  id: "{arn}",
  arn: ({ text, seed }) => `${text("listenerArn").replace(":listener/", ":listener-rule/")}/${hex16(seed)}`,
  priority: number(1),
};

function hex16(seed: string): string {
  return Buffer.from(seed.replace(/\W/g, "")).toString("hex").padStart(16, "0").slice(-16);
}

/** Containers, load balancers, identities, keys, certificates, names. Formats: docs/aws-facts.md#arn-formats, docs/aws-facts.md#provider-fields. */
export const platformTypes: { readonly [token: string]: Rules } = {
  "aws:ecs/cluster:Cluster": { id: "{arn}", arn: CLUSTER_ARN },
  "aws:ecs/taskDefinition:TaskDefinition": {
    id: "{family}",
    arn: "{arnWithoutRevision}:1",
    arnWithoutRevision: "arn:aws:ecs:{region}:{account}:task-definition/{family}",
    revision: number(1),
    networkMode: "bridge",
  },
  "aws:ecs/service:Service": {
    id: "{arn}",
    arn: ({ text, name, region, accountId }) =>
      `arn:aws:ecs:${region}:${accountId}:service/${text("cluster").split("/").at(-1) ?? "default"}/${name}`,
    iamRole: "",
    triggers: () => ({}),
  },
  "aws:ecr/repository:Repository": {
    id: "{name}",
    arn: "arn:aws:ecr:{region}:{account}:repository/{name}",
    registryId: "{account}",
    repositoryUrl: "{account}.dkr.ecr.{region}.amazonaws.com/{name}",
  },
  "aws:eks/cluster:Cluster": {
    id: "{name}",
    arn: "arn:aws:eks:{region}:{account}:cluster/{name}",
    certificateAuthority: ({ seed }) => ({ data: Buffer.from(`simulated ${seed}`).toString("base64") }),
    clusterId: "",
    endpoint: "https://{UPPER:32}.gr7.{region}.eks.amazonaws.com",
    identities: ({ region, seed }) => [{ oidcs: [{ issuer: `https://oidc.eks.${region}.amazonaws.com/id/${hex16(seed).toUpperCase()}` }] }],
    version: "1.33",
  },
  "aws:eks/nodeGroup:NodeGroup": {
    id: "{clusterName}:{nodeGroupName}",
    arn: "arn:aws:eks:{region}:{account}:nodegroup/{clusterName}/{nodeGroupName}/{uuid}",
  },
  "aws:eks/fargateProfile:FargateProfile": {
    id: "{clusterName}:{fargateProfileName}",
    arn: "arn:aws:eks:{region}:{account}:fargateprofile/{clusterName}/{fargateProfileName}/{uuid}",
  },
  "aws:batch/jobQueue:JobQueue": { id: "{arn}", arn: "arn:aws:batch:{region}:{account}:job-queue/{name}" },
  "aws:batch/jobDefinition:JobDefinition": {
    id: "{arn}",
    arn: "{arnPrefix}:1",
    arnPrefix: "arn:aws:batch:{region}:{account}:job-definition/{name}",
    revision: number(1),
  },
  "aws:codebuild/project:Project": { id: "{arn}", arn: "arn:aws:codebuild:{region}:{account}:project/{name}" },
  "aws:lb/targetGroup:TargetGroup": targetGroup,
  "aws:alb/targetGroup:TargetGroup": targetGroup,
  "aws:lb/listener:Listener": listener,
  "aws:alb/listener:Listener": listener,
  "aws:lb/listenerRule:ListenerRule": listenerRule,
  "aws:alb/listenerRule:ListenerRule": listenerRule,
  "aws:ec2/instance:Instance": {
    id: "i-0{hex:16}",
    arn: "arn:aws:ec2:{region}:{account}:instance/{id}",
    instanceState: "running",
    tenancy: "default",
  },
  "aws:ec2/launchTemplate:LaunchTemplate": {
    id: "lt-0{hex:16}",
    arn: "arn:aws:ec2:{region}:{account}:launch-template/{id}",
    latestVersion: number(1),
    defaultVersion: number(1),
  },
  "aws:ec2/keyPair:KeyPair": { id: "{keyName}", keyPairId: "key-0{hex:16}", arn: "arn:aws:ec2:{region}:{account}:key-pair/{keyName}" },
  "aws:ec2/flowLog:FlowLog": { id: "fl-0{hex:16}", arn: "arn:aws:ec2:{region}:{account}:vpc-flow-log/{id}" },
  "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": {
    id: "pcx-0{hex:16}",
    acceptStatus: "active",
    peerOwnerId: "{account}",
    peerRegion: "{region}",
  },
  "aws:ec2/networkAcl:NetworkAcl": { id: "acl-0{hex:16}", arn: "arn:aws:ec2:{region}:{account}:network-acl/{id}", ownerId: "{account}" },
  "aws:iam/instanceProfile:InstanceProfile": {
    id: "{name}",
    arn: "arn:aws:iam::{account}:instance-profile/{name}",
    uniqueId: "AIPA{UPPER:17}",
  },
  "aws:iam/user:User": { id: "{name}", arn: "arn:aws:iam::{account}:user/{name}", uniqueId: "AIDA{UPPER:17}" },
  "aws:iam/group:Group": { id: "{name}", arn: "arn:aws:iam::{account}:group/{name}", uniqueId: "AGPA{UPPER:17}" },
  "aws:iam/accessKey:AccessKey": { id: "AKIA{UPPER:16}", secret: "{alnum:40}", sesSmtpPasswordV4: "{alnum:44}" },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
    id: "{arn}",
    arn: ({ text, accountId }) => `arn:aws:iam::${accountId}:oidc-provider/${text("url").replace(/^https:\/\//, "")}`,
    thumbprintLists: () => [],
  },
  "aws:kms/key:Key": {
    id: "{keyId}",
    keyId: "{uuid}",
    arn: "arn:aws:kms:{region}:{account}:key/{keyId}",
    policy: ({ accountId }) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: "kms:*", Resource: "*" }],
      }),
  },
  "aws:kms/alias:Alias": {
    id: "{name}",
    arn: "arn:aws:kms:{region}:{account}:{name}",
    targetKeyArn: ({ text, region, accountId }) => {
      const key = text("targetKeyId");
      return key.startsWith("arn:") ? key : `arn:aws:kms:${region}:${accountId}:key/${key}`;
    },
  },
  "aws:secretsmanager/secret:Secret": { id: "{arn}", arn: "arn:aws:secretsmanager:{region}:{account}:secret:{name}-{alnum:6}" },
  "aws:secretsmanager/secretVersion:SecretVersion": {
    id: "{secretId}|{versionId}",
    arn: "{secretId}",
    versionId: "{uuid}",
    versionStages: () => ["AWSCURRENT"],
  },
  "aws:ssm/parameter:Parameter": {
    id: "{name}",
    arn: ({ name, region, accountId }) => `arn:aws:ssm:${region}:${accountId}:parameter/${name.replace(/^\//, "")}`,
    dataType: "text",
    tier: "Standard",
    version: number(1),
  },
  "aws:acm/certificate:Certificate": {
    id: "{arn}",
    arn: "arn:aws:acm:{region}:{account}:certificate/{uuid}",
    domainValidationOptions: validationOptions,
    status: "PENDING_VALIDATION",
    type: "AMAZON_ISSUED",
  },
  "aws:acm/certificateValidation:CertificateValidation": { id: "{uuid}" },
  "aws:cognito/userPool:UserPool": {
    id: "{region}_{alnum:9}",
    arn: "arn:aws:cognito-idp:{region}:{account}:userpool/{id}",
    endpoint: "cognito-idp.{region}.amazonaws.com/{id}",
  },
  "aws:cognito/userPoolClient:UserPoolClient": {
    id: "{alnum:26}",
    clientSecret: ({ values }) => (values["generateSecret"] === true ? "simulated" : ""),
  },
  "aws:cognito/userPoolDomain:UserPoolDomain": { id: "{domain}", cloudfrontDistribution: "d{alnum:13}.cloudfront.net" },
  "aws:cognito/identityPool:IdentityPool": {
    id: "{region}:{uuid}",
    arn: "arn:aws:cognito-identity:{region}:{account}:identitypool/{id}",
  },
  "aws:route53/zone:Zone": {
    id: "{zoneId}",
    zoneId: "Z{UPPER:20}",
    arn: "arn:aws:route53:::hostedzone/{zoneId}",
    nameServers: () => ["ns-1.awsdns-01.com", "ns-2.awsdns-02.net", "ns-3.awsdns-03.org", "ns-4.awsdns-04.co.uk"],
    primaryNameServer: "ns-1.awsdns-01.com",
  },
  "aws:route53/record:Record": { id: "{zoneId}_{name}_{type}", fqdn: ({ name }) => name.replace(/\.$/, "") },
  "aws:cloudfront/distribution:Distribution": {
    id: "E{UPPER:13}",
    arn: "arn:aws:cloudfront::{account}:distribution/{id}",
    domainName: "d{alnum:13}.cloudfront.net",
    hostedZoneId: "Z2FDTNDATAQYW2",
    status: "Deployed",
  },
  "aws:cloudfront/originAccessIdentity:OriginAccessIdentity": {
    id: "E{UPPER:13}",
    arn: "arn:aws:cloudfront::{account}:origin-access-identity/{id}",
    cloudfrontAccessIdentityPath: "origin-access-identity/cloudfront/{id}",
    iamArn: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity {id}",
  },
  "aws:cloudfront/originAccessControl:OriginAccessControl": { id: "E{UPPER:13}" },
  "aws:cloudfront/function:Function": {
    id: "{name}",
    arn: "arn:aws:cloudfront::{account}:function/{name}",
    liveStageEtag: "E{UPPER:13}",
    status: "DEPLOYED",
  },
  "aws:wafv2/webAcl:WebAcl": {
    id: "{uuid}",
    arn: ({ text, name, region, accountId, id }) =>
      `arn:aws:wafv2:${text("scope") === "CLOUDFRONT" ? "us-east-1" : region}:${accountId}:${text("scope") === "CLOUDFRONT" ? "global" : "regional"}/webacl/${name}/${id}`,
  },
  "aws:iam/serviceLinkedRole:ServiceLinkedRole": {
    id: "{arn}",
    arn: "arn:aws:iam::{account}:role/aws-service-role/{awsServiceName}/{name}",
    uniqueId: "AROA{UPPER:17}",
  },
  "aws:eks/addon:Addon": { id: "{clusterName}:{addonName}", arn: "arn:aws:eks:{region}:{account}:addon/{clusterName}/{addonName}/{uuid}" },
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": { associationId: "a-{alnum:16}" },
};
