import type { Pack } from "@lambda-vpc/policy-kit";
import { deletionWithoutWaiting } from "./deletion-without-waiting";
import { dualStackSubnets } from "./dual-stack-subnets";
import { edgeFunctionsOutsideVpc } from "./edge-functions-outside-vpc";
import { executionRoleManagesEnis } from "./execution-role-manages-enis";
import { functionsInPrivateSubnets } from "./functions-in-private-subnets";
import { keptFunctionsKeepNetwork } from "./kept-functions-keep-network";
import { mountTargetsOfFunctionFileSystems } from "./mount-targets-of-function-file-systems";
import { noDedicatedTenancyVpc } from "./no-dedicated-tenancy-vpc";
import { noEniCallsByFunctionCode } from "./no-eni-calls-by-function-code";
import { noInboundRulesOnFunctionGroups } from "./no-inbound-rules-on-function-groups";
import { noVpcIdInVpcConfig } from "./no-vpc-id-in-vpc-config";
import { oneVpcPerFunction } from "./one-vpc-per-function";
import { outboundRoutesOfFunctionSubnets } from "./outbound-routes-of-function-subnets";
import { outboundRulesOnFunctionGroups } from "./outbound-rules-on-function-groups";
import { permissionsOutliveEnis } from "./permissions-outlive-enis";
import { permissionsPrecedeFunctions } from "./permissions-precede-functions";
import { subnetsAndGroupsWithinLimits } from "./subnets-and-groups-within-limits";
import { subnetsWithSecurityGroups } from "./subnets-with-security-groups";
import { trimPublishedVersions } from "./trim-published-versions";

export {
  deletionWithoutWaiting,
  dualStackSubnets,
  edgeFunctionsOutsideVpc,
  executionRoleManagesEnis,
  functionsInPrivateSubnets,
  keptFunctionsKeepNetwork,
  mountTargetsOfFunctionFileSystems,
  noDedicatedTenancyVpc,
  noEniCallsByFunctionCode,
  noInboundRulesOnFunctionGroups,
  noVpcIdInVpcConfig,
  oneVpcPerFunction,
  outboundRoutesOfFunctionSubnets,
  outboundRulesOnFunctionGroups,
  permissionsOutliveEnis,
  permissionsPrecedeFunctions,
  subnetsAndGroupsWithinLimits,
  subnetsWithSecurityGroups,
  trimPublishedVersions,
};

/** Policies that find settings that break the deployment, the network access or the deletion of functions in a VPC. The import has no side effects. */
export const functionNetworking = {
  name: "lambda-vpc-function-networking",
  description: "Finds settings that break the deployment, network access or deletion of Lambda functions in a VPC. Decides at preview.",
  policies: [
    deletionWithoutWaiting,
    dualStackSubnets,
    edgeFunctionsOutsideVpc,
    executionRoleManagesEnis,
    functionsInPrivateSubnets,
    keptFunctionsKeepNetwork,
    mountTargetsOfFunctionFileSystems,
    noDedicatedTenancyVpc,
    noEniCallsByFunctionCode,
    noInboundRulesOnFunctionGroups,
    noVpcIdInVpcConfig,
    oneVpcPerFunction,
    outboundRoutesOfFunctionSubnets,
    outboundRulesOnFunctionGroups,
    permissionsOutliveEnis,
    permissionsPrecedeFunctions,
    subnetsAndGroupsWithinLimits,
    subnetsWithSecurityGroups,
    trimPublishedVersions,
  ],
} as const satisfies Pack;
