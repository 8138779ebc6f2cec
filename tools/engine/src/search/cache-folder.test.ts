import { expect, test } from "@jest/globals";
import { engineCacheFolder } from "./cache-folder";

test.each([
  ["where XDG_CACHE_HOME says", { HOME: "/home/user", XDG_CACHE_HOME: "/caches" }, "linux", "/caches/lambda-vpc/engine"],
  ["in ~/.cache on Linux", { HOME: "/home/user" }, "linux", "/home/user/.cache/lambda-vpc/engine"],
  ["in ~/Library/Caches on macOS", { HOME: "/Users/user" }, "darwin", "/Users/user/Library/Caches/lambda-vpc/engine"],
  [
    "not where a relative XDG_CACHE_HOME says",
    { HOME: "/home/user", XDG_CACHE_HOME: "caches" },
    "linux",
    "/home/user/.cache/lambda-vpc/engine",
  ],
] as const)("engines are kept %s", (_, environment, platform, folder) => {
  expect(engineCacheFolder(environment, platform)).toBe(folder);
});
