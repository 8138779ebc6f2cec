import { expect, test } from "@jest/globals";
import { holdsAssetArchive } from "./asset-archive";

const inMemory = { __pulumiArchive: true, assets: {} };

test.each<{ sentence: string; value: unknown; holds: boolean }>([
  { sentence: "an archive of assets is one", value: inMemory, holds: true },
  { sentence: "an archive of a file is none", value: { __pulumiArchive: true, path: "code" }, holds: false },
  { sentence: "a value with the name assets alone is none", value: { assets: {} }, holds: false },
  { sentence: "a value that is marked otherwise is none", value: { __pulumiArchive: "true", assets: {} }, holds: false },
  { sentence: "an object may hold one", value: { code: { inner: inMemory } }, holds: true },
  { sentence: "a list may hold one", value: [1, [inMemory]], holds: true },
  { sentence: "a list without one holds none", value: [1, "code", null], holds: false },
])("$sentence", ({ value, holds }) => expect(holdsAssetArchive(value)).toBe(holds));
