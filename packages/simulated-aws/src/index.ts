export type { ServedApi } from "./api/server/serve-api";
export { serveSeeded, type SeededOptions } from "./command/serve-seeded";
export { DEFAULT_GENERATED, type GeneratedSeed, generateSeed } from "./generation/generate-seed";
export { serve, type Serving } from "./provider/serve";
