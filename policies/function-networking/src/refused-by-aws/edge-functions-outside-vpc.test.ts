import {
  applied,
  deployed,
  type Inputs,
  lambda,
  type Resource,
  resource,
  securityGroup,
  stack,
  testPolicy,
  urnOf,
  vpc,
} from "@lambda-vpc/policy-testing";
import { displayName } from "@lambda-vpc/model";
import { byHand, change, oneOfFixes } from "@lambda-vpc/policy-kit";
import { edgeFunctionsOutsideVpc } from "./edge-functions-outside-vpc";

const main = vpc("main", { subnets: 2 });
const group = securityGroup("edge", { vpc: main });
const arnOf = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
/** A function that publishes versions, with its latest one. */
const published = (name: string) => ({ publish: true, arn: arnOf(name), qualifiedArn: `${arnOf(name)}:2` });
const inVpc = (name: string) => lambda(name, { subnets: main.subnets, securityGroups: [group] }, published(name));
const outside = (name: string) => resource("aws:lambda/function:Function", name, published(name));
const [rewrite, headers, plain] = [inVpc("rewrite"), inVpc("headers"), outside("plain")];

/** Behaviors that associate the version of each function. */
const running = (...functions: readonly Resource[]): Inputs => ({
  lambdaFunctionAssociations: functions.map((one) => ({
    eventType: "viewer-request",
    lambdaArn: applied([one], `${arnOf(one.name)}:2`),
  })),
});
const withArn = (lambdaArn: Inputs[string]): Inputs => ({ lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn }] });
const distribution = (inputs: Inputs) => resource("aws:cloudfront/distribution:Distribution", "cdn", { enabled: true, ...inputs });

testPolicy(edgeFunctionsOutsideVpc, [
  {
    name: "a distribution that runs a function outside a VPC, beside one in a VPC: no finding",
    stack: stack(rewrite, distribution({ defaultCacheBehavior: running(plain) })),
    finds: [],
  },
  {
    name: "a function in a VPC in the default behavior: refused",
    stack: stack(distribution({ defaultCacheBehavior: running(rewrite) })),
    finds: [
      {
        verdict: "violation",
        says: [
          "rewrite is in a VPC, and distribution cdn runs it at edge locations.",
          "The function cannot have a VPC configuration",
          "Remove the vpcConfig of rewrite, or remove it from the lambdaFunctionAssociations of cdn.",
        ],
        fix: oneOfFixes(
          change([{ step: "leave-vpc", functions: [urnOf(rewrite)] }]),
          byHand(
            `remove it from the lambdaFunctionAssociations of ${displayName(urnOf(distribution({})))}`,
            "the program does not show whether it needs the VPC",
          ),
        ),
      },
    ],
  },
  {
    name: "functions in a VPC in ordered behaviors, one of them twice: refused",
    stack: stack(
      distribution({ defaultCacheBehavior: running(plain), orderedCacheBehaviors: [running(rewrite), running(rewrite, headers)] }),
    ),
    finds: [
      { verdict: "violation", says: ["headers is in a VPC"] },
      { verdict: "violation", says: ["rewrite is in a VPC"] },
    ],
  },
  {
    name: "a function that exists already: refused",
    stack: stack(deployed(rewrite), distribution({ defaultCacheBehavior: running(rewrite) })),
    finds: [{ verdict: "violation", says: ["rewrite is in a VPC, and distribution cdn runs it at edge locations."] }],
  },
  {
    name: "the ARN of its latest version: refused",
    stack: stack(rewrite, distribution({ defaultCacheBehavior: withArn(`${arnOf("rewrite")}:2`) })),
    finds: [{ verdict: "violation", says: ["rewrite is in a VPC"] }],
  },
  {
    name: "the ARN of an older version, which may have been outside a VPC: undecided",
    stack: stack(rewrite, distribution({ defaultCacheBehavior: withArn(`${arnOf("rewrite")}:1`) })),
    finds: [{ verdict: "undecided", says: ["distribution cdn may run it at edge locations", "the configuration of the version"] }],
  },
  {
    name: "the ARN of a function of another stack: no finding",
    stack: stack(rewrite, distribution({ defaultCacheBehavior: withArn(`${arnOf("elsewhere")}:2`) })),
    finds: [],
  },
  {
    name: "a multitenant distribution, which names its properties otherwise: refused",
    stack: stack(
      resource("aws:cloudfront/multitenantDistribution:MultitenantDistribution", "tenants", {
        cacheBehaviors: [{ lambdaFunctionAssociations: [{ lambdaFunctionArn: applied([rewrite], `${arnOf("rewrite")}:2`) }] }],
      }),
    ),
    finds: [{ verdict: "violation", says: ["distribution tenants runs it"] }],
  },
  {
    name: "an ARN that an apply picks out of two functions: undecided",
    stack: stack(
      distribution({
        defaultCacheBehavior: {
          lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: applied([rewrite, plain], "arn:x") }],
        },
      }),
    ),
    finds: [{ verdict: "undecided", says: ["which functions the distribution runs is unknown until the deployment"] }],
  },
  {
    name: "behaviors that are unknown as a whole: undecided",
    stack: stack(
      distribution({ defaultCacheBehavior: running(plain), orderedCacheBehaviors: applied([rewrite], [withArn(`${arnOf("rewrite")}:2`)]) }),
    ),
    finds: [{ verdict: "undecided", says: ["distribution cdn may run it"] }],
  },
]);
