export { generatedDocuments, type GeneratedDocument } from "./documents/generated-documents";
export { packFolders } from "./packs/load-packs";
export { type PackFiles, policyOfPage, readPackFiles } from "./packs/pack-files";
export type { PackInFolder } from "./packs/pack-in-folder";
export { type PageProgram, pagePrograms } from "./packs/page-program";
