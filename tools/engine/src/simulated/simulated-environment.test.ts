import { describe, expect, test } from "@jest/globals";
import { repositoryAt } from "./repository";
import { simulatedEnvironment } from "./simulated-environment";
import { stateFolderAt } from "./state-folder";

const environment = simulatedEnvironment({
  user: {
    HOME: "/home/user",
    PATH: "/usr/bin:/bin",
    AWS_PROFILE: "production",
    AWS_ACCESS_KEY_ID: "secret",
    PULUMI_ACCESS_TOKEN: "secret",
    PULUMI_HOME: "/home/user/.pulumi",
    PULUMI_BACKEND_URL: "https://api.pulumi.com",
    PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "1",
    SIMULATED_AWS_ACCOUNT: "/elsewhere",
    UNSET: undefined,
  },
  repository: repositoryAt("/repository"),
  state: stateFolderAt("/state"),
  engineFolder: "/engine",
});

describe("the environment of the simulated account", () => {
  test("holds nothing of the user's accounts", () => {
    expect(JSON.stringify(environment)).not.toMatch(/secret|production|api\.pulumi\.com|\.pulumi"|elsewhere/);
    expect(Object.keys(environment).filter((name) => name.startsWith("AWS_"))).toEqual([]);
  });

  test("keeps everything that Pulumi writes in the state folder", () => {
    expect(environment).toMatchObject({
      PULUMI_HOME: "/state/home",
      PULUMI_BACKEND_URL: "file:///state/backend",
      SIMULATED_AWS_ACCOUNT: "/state/account.jsonl",
    });
  });

  test("leaves HOME to the user's own tools", () => {
    expect(environment["HOME"]).toBe("/home/user");
  });

  test("finds the simulated provider before any other, then the pinned Node.js, then the language host", () => {
    expect(environment["PATH"]).toBe("/repository/packages/simulated-aws/bin:/repository/node_modules/.bin:/engine:/usr/bin:/bin");
  });

  test("neither downloads nor looks for updates", () => {
    expect(environment).toMatchObject({
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    });
  });

  test("prints a preview as events where the user wants it so", () => {
    expect(environment["PULUMI_ENABLE_STREAMING_JSON_PREVIEW"]).toBe("1");
  });

  test("names no variable that is not set", () => {
    expect("UNSET" in environment).toBe(false);
  });
});
