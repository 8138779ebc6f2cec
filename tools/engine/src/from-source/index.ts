export { builtFromGo, type GoBuild } from "./built-from-go";
export { pulumiFromSource } from "./pulumi-from-source";
