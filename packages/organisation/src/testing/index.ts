/** For benchmarks, and for tests of engines. */
export { serveAthena, type ServedAthena } from "./serve-athena";
export { type DatasetSize, generateDataset } from "./generate-dataset";
