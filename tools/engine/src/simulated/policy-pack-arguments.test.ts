import { mkdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { exitCodes } from "../errors/exit-codes";
import { FakeMachine } from "../testing/fake-machine";
import { policyPackArguments, refuseVoidPolicyPacks } from "./policy-pack-arguments";

describe("a Pulumi command line", () => {
  test.each([
    ["without packs", ["preview"], [], undefined],
    ["with a pack", ["preview", "--policy-pack", "a"], ["a"], undefined],
    ["with a joined pack", ["preview", "--policy-pack=a"], ["a"], undefined],
    ["with two packs", ["preview", "--policy-pack=a", "--policy-pack", "b"], ["a", "b"], undefined],
    ["with an empty pack", ["preview", "--policy-pack="], [""], undefined],
    ["with a pack's configuration only", ["preview", "--policy-pack-config", "c.json"], [], undefined],
    ["with a flag that still waits for its value", ["preview", "--policy-pack"], [], undefined],
    ["with a folder", ["-C", "dir", "preview", "--policy-pack", "a"], ["a"], "dir"],
    ["with a joined folder", ["-Cdir", "preview"], [], "dir"],
    ["with a folder after an equals sign", ["-C=dir", "preview"], [], "dir"],
    ["with a folder by its long name", ["--cwd=dir", "preview", "--policy-pack", "a"], ["a"], "dir"],
    ["with arguments of the program", ["preview", "--", "--policy-pack", ""], [], undefined],
  ])("%s is read as Pulumi reads it", (_, commandLine, paths, directory) => {
    expect(policyPackArguments(commandLine)).toEqual({ paths, directory });
  });
});

describe("policy packs that would not run", () => {
  const machine = new FakeMachine();
  beforeAll(() =>
    ["pack", "other", "project/inner", "with,comma"].forEach((name) => mkdirSync(path.join(machine.root, name), { recursive: true })),
  );
  afterAll(() => machine.remove());
  const check = (commandLine: string[]) => () => refuseVoidPolicyPacks(commandLine, machine.root);

  test.each([
    ["an empty path", ["--policy-pack", ""]],
    ["an empty joined path", ["--policy-pack="]],
    ["blanks", ["--policy-pack", "  "]],
    ["an empty path among others", ["--policy-pack", "pack", "--policy-pack", ""]],
    ["an empty part of a list", ["--policy-pack", "pack,"]],
  ])("%s is refused", (_, commandLine) => {
    expect(check(commandLine)).toThrow(expect.objectContaining({ exitCode: exitCodes.emptyPolicyPack }));
  });

  test.each([
    ["a folder that does not exist", ["--policy-pack", "nothing"]],
    ["a folder that exists here but not where -C leads", ["-C", "project", "--policy-pack", "pack"]],
    ["a part of a list that does not exist", ["--policy-pack", "pack,nothing"]],
  ])("%s is refused", (_, commandLine) => {
    expect(check(commandLine)).toThrow(expect.objectContaining({ exitCode: exitCodes.missingPolicyPack }));
  });

  test.each([
    ["a folder", ["--policy-pack", "pack"]],
    ["an absolute folder", ["-C", "project", "--policy-pack", path.join(machine.root, "pack")]],
    ["a folder relative to -C", ["-C", "project", "--policy-pack", "inner"]],
    ["a list of folders", ["--policy-pack", "pack,other"]],
    ["a folder with a comma in its name", ["policy", "analyze", "--policy-pack", "with,comma"]],
    ["no pack at all", ["preview"]],
  ])("%s passes", (_, commandLine) => {
    expect(check(commandLine)).not.toThrow();
  });
});
