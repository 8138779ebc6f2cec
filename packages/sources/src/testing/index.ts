export { asAwsNative } from "./aws-native-program";
export {
  applied,
  component,
  deletedFirst,
  dependsOn,
  idOf,
  type Input,
  type Inputs,
  madeAfter,
  Output,
  preview,
  type Resource,
  resource,
  settled,
  urnOf,
  type View,
} from "./program";
export { mapProgram, type Rewritten } from "./program-map";
