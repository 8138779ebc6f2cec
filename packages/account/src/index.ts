export type { AccountAccess } from "./calls/aws-clients";
export { roleArn } from "./calls/role-arn";
export { accountInventory, type AccountInventory } from "./network/account-inventory";
export { accountResources, type AccountResourcesOptions } from "./network/account-resources";
export { AccountError, type AccountErrorCode } from "./reading/account-error";
export { readAccount, type ReadAccountOptions } from "./reading/read-account";
export { readPolicy, type ReadPolicy } from "./reading/read-policy";
export type { ReadingProgress, ReadingStep } from "./reading/reading-progress";
