/** For the tests of packages that call AWS: an account, its API on loopback, and the actions of that API. */
export { openRegion } from "../account/vpc/default-vpc";
export { authorizeRule } from "../account/vpc/security-group-rule";
export { createFunction } from "../account/lambda/lambda-function";
export { ACTIONS } from "../api/server/services";
export { AccountExample } from "./account-example";
export { clientSettings, withServed } from "./served-account";
