export { releaseFolder, stageAll } from "./stage-all";
export type { StagedPackage } from "./stage-package";
