export { generatedDocuments, type GeneratedDocument } from "./generated-documents";
export { packFolders } from "./load-packs";
export { type PackFiles, readPackFiles } from "./pack-files";
export type { PackInFolder } from "./pack-in-folder";
export { type PageProgram, pagePrograms } from "./page-program";
