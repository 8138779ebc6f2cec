export { billsOfMaterials } from "./bill-of-materials";
export { npm, outsideOfScripts } from "./npm";
export { openRegistry, type Registry, scopeLine } from "./open-registry";
export { releaseFolder, stageAll } from "./stage-all";
export type { StagedPackage } from "./stage-package";
export { publishedPackages } from "./workspace-packages";
