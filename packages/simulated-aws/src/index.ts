export type { ServedApi } from "./api/server/serve-api";
export { serveSeeded, type SeededOptions } from "./command/serve-seeded";
export { serve, type Serving } from "./provider/serve";
