/** For the tests of packages that call AWS: an account, and its API on loopback. */
export { openRegion } from "../account/vpc/default-vpc";
export { authorizeRule } from "../account/vpc/security-group-rule";
export { createFunction } from "../account/lambda/lambda-function";
export { AccountExample } from "./account-example";
export { clientSettings, withServed } from "./served-account";
