/** For benchmarks, and for tests of engines. */
export { type DatasetSize, generateDataset } from "./generate-dataset";
