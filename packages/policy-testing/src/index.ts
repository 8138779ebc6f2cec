export {
  capacityProvider,
  database,
  interfaceEndpoint,
  loadBalancer,
  type LoadBalancerOptions,
  mountTarget,
  natGateway,
  networkInterface,
} from "./address-consumers";
export { groupPerFunction, type GroupPerFunctionOptions, lambda, networkConnector, type VpcConfig } from "./lambda";
export { cut, fromElsewhere, type Reference, type ReferenceList } from "./references";
export type { TableOptions } from "./refusals";
export { arnOf, policyAttachment, type PolicyDocument, type PolicyStatementText, role, rolePolicy, VPC_ACCESS } from "./role";
export type { Configuration, Expectation, Row, Verdict } from "./row";
export { https, type Rule, type RulePeer, securityGroup, type SecurityGroupOptions, tcp } from "./security-group";
export { sharedVpcConfig, type SharedVpcConfig, type SharedVpcConfigOptions } from "./shared-vpc-config";
export { type Deployed, deployed, type Part, type Stack, stack } from "./stack";
export { subnet, type SubnetOptions } from "./subnet";
export { testPolicy } from "./test-policy";
export { type AwsxVpc, awsxVpc, vpc, type Vpc, type VpcOptions } from "./vpc";
export { applied, component, idOf, type Inputs, madeAfter, type Resource, resource } from "@lambda-vpc/sources/testing";
