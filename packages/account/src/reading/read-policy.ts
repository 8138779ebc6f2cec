/** The actions that `readAccount` needs, with the least resource that AWS lets a policy name. */
const actions: readonly string[] = [
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "elasticfilesystem:DescribeFileSystems",
  "elasticfilesystem:DescribeMountTargets",
  "elasticfilesystem:DescribeMountTargetSecurityGroups",
  "lambda:GetFunctionConfiguration",
  "lambda:ListAliases",
  "lambda:ListFunctions",
  "servicequotas:GetAWSDefaultServiceQuota",
  "servicequotas:GetServiceQuota",
];

/** Needed in addition if tags are read. */
const actionsForTags: readonly string[] = ["lambda:ListTags"];

/** An IAM policy document. */
export interface ReadPolicy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly [{ readonly Effect: "Allow"; readonly Action: readonly string[]; readonly Resource: "*" }];
}

/** The least IAM policy with which `readAccount` has no gap. A test holds it to the calls that are made. */
export function readPolicy({ tags = false }: { readonly tags?: boolean } = {}): ReadPolicy {
  const Action = [...actions, ...(tags ? actionsForTags : [])].sort();
  return { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource: "*" }] };
}
