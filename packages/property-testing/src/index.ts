export { SMALLEST_SHARE } from "./case-shares";
export { checkAsyncLaw, checkLaw, type Met } from "./check-law";
