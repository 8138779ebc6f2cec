import type { Pack } from "@lambda-vpc/policy-kit";
import { functionsInPrivateSubnets } from "./connectivity/functions-in-private-subnets";
import { mountTargetsOfFunctionFileSystems } from "./connectivity/mount-targets-of-function-file-systems";
import { noInboundRulesOnFunctionGroups } from "./connectivity/no-inbound-rules-on-function-groups";
import { outboundRoutesOfFunctionSubnets } from "./connectivity/outbound-routes-of-function-subnets";
import { outboundRulesOnFunctionGroups } from "./connectivity/outbound-rules-on-function-groups";
import { deletionWithoutWaiting } from "./deletion/deletion-without-waiting";
import { keptFunctionsKeepNetwork } from "./deletion/kept-functions-keep-network";
import { permissionsOutliveEnis } from "./deletion/permissions-outlive-enis";
import { replacementBeforeDeletion } from "./deletion/replacement-before-deletion";
import { trimPublishedVersions } from "./deletion/trim-published-versions";
import { dualStackSubnets } from "./refused-by-aws/dual-stack-subnets";
import { edgeFunctionsOutsideVpc } from "./refused-by-aws/edge-functions-outside-vpc";
import { noDedicatedTenancyVpc } from "./refused-by-aws/no-dedicated-tenancy-vpc";
import { noVpcIdInVpcConfig } from "./refused-by-aws/no-vpc-id-in-vpc-config";
import { oneVpcPerFunction } from "./refused-by-aws/one-vpc-per-function";
import { subnetsAndGroupsWithinLimits } from "./refused-by-aws/subnets-and-groups-within-limits";
import { subnetsWithSecurityGroups } from "./refused-by-aws/subnets-with-security-groups";
import { executionRoleManagesEnis } from "./roles/execution-role-manages-enis";
import { noEniCallsByFunctionCode } from "./roles/no-eni-calls-by-function-code";
import { permissionsPrecedeFunctions } from "./roles/permissions-precede-functions";

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
  replacementBeforeDeletion,
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
    replacementBeforeDeletion,
    subnetsAndGroupsWithinLimits,
    subnetsWithSecurityGroups,
    trimPublishedVersions,
  ],
} as const satisfies Pack;
