export {
  capacityProvider,
  database,
  interfaceEndpoint,
  loadBalancer,
  type LoadBalancerOptions,
  mountTarget,
  natGateway,
  networkInterface,
} from "./program/address-consumers";
export { groupPerFunction, type GroupPerFunctionOptions, lambda, networkConnector, type VpcConfig } from "./program/lambda";
export { cut, fromElsewhere, type Reference, type ReferenceList } from "./program/references";
export type { TableOptions } from "./table/table-problems";
export { arnOf, policyAttachment, type PolicyDocument, type PolicyStatementText, role, rolePolicy, VPC_ACCESS } from "./program/role";
export type { Configuration, Expectation, Row, Verdict } from "./judgement/row";
export { https, type Rule, type RulePeer, securityGroup, type SecurityGroupOptions, tcp } from "./program/security-group";
export { sharedVpcConfig, type SharedVpcConfig, type SharedVpcConfigOptions } from "./program/shared-vpc-config";
export { type Deployed, deployed, type Part, type Stack, stack } from "./program/stack";
export { subnet, type SubnetOptions } from "./program/subnet";
export { testPolicy } from "./table/test-policy";
export { type AwsxVpc, awsxVpc, vpc, type Vpc, type VpcOptions } from "./program/vpc";
export {
  applied,
  component,
  deletedFirst,
  idOf,
  type Inputs,
  madeAfter,
  type Resource,
  resource,
  urnOf,
} from "@lambda-vpc/sources/testing";
