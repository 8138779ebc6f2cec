export { generatedDocuments, type GeneratedDocument } from "./generated-documents";
export type { PackInFolder } from "./pack-in-folder";
