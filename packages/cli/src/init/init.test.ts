import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { Written } from "../command/outcome";
import { runCommandLine } from "../command-line";
import { exitCodes } from "../command/exit-codes";
import { asNobody } from "../testing/as-nobody";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "init-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Files by their paths, as a user has them. */
function given(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

function present(folder = directory): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path));
  return Object.fromEntries(
    files.filter((file) => statSync(file).isFile()).map((file) => [relative(directory, file), readFileSync(file, "utf8")]),
  );
}

function init(...commandLine: readonly string[]): Written {
  return runCommandLine(["init", ...commandLine], { directory, today: "2026-11-24", input: () => "", pulumi: () => 0 });
}

const { version } = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")) as { readonly version: string };
const script = "lambda-vpc preview --pack @lambda-vpc/lambda-vpc --config policies.json --";
const program = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n" };
const packages = `"@lambda-vpc/cli": "^${version}",\n    "@lambda-vpc/lambda-vpc": "^${version}"`;

/** Situations in which a project may be, with the package.json that it then has. */
const situations = [
  {
    sentence: "a project of another language gets a package.json of its own",
    files: { "Pulumi.yaml": "name: shop\nruntime: python\n" },
    expected: `{\n  "private": true,\n  "scripts": {\n    "preview": "${script}"\n  },\n  "devDependencies": {\n    ${packages}\n  }\n}\n`,
  },
  {
    sentence: "order, short lists and the missing end of the last line stay, and packages come in the order of their names",
    files: {
      ...program,
      "package.json": `{\n  "files": ["a", "b"],\n  "scripts": {\n    "build": "tsc"\n  },\n  "name": "shop",\n  "devDependencies": {\n    "@a/a": "1",\n    "zx": "1"\n  }\n}`,
    },
    expected: `{\n  "files": ["a", "b"],\n  "scripts": {\n    "build": "tsc",\n    "preview": "${script}"\n  },\n  "name": "shop",\n  "devDependencies": {\n    "@a/a": "1",\n    ${packages},\n    "zx": "1"\n  }\n}`,
  },
  {
    sentence: "tabs and the line ends of Windows stay",
    files: { ...program, "package.json": '{\r\n\t"name": "shop"\r\n}\r\n' },
    expected: `{\r\n\t"name": "shop",\r\n\t"scripts": {\r\n\t\t"preview": "${script}"\r\n\t},\r\n\t"devDependencies": {\r\n\t\t${packages.replace("\n    ", "\r\n\t\t")}\r\n\t}\r\n}\r\n`,
  },
  {
    sentence: "a version that is chosen and a script of another purpose stay",
    files: {
      ...program,
      "package.json": `{\n  "scripts": {\n    "preview": "pulumi preview"\n  },\n  "dependencies": {\n    "@lambda-vpc/cli": "0.0.9"\n  },\n  "devDependencies": {\n    "@lambda-vpc/lambda-vpc": "0.0.9"\n  }\n}\n`,
    },
    expected: `{\n  "scripts": {\n    "preview": "pulumi preview",\n    "preview:packs": "${script}"\n  },\n  "dependencies": {\n    "@lambda-vpc/cli": "0.0.9"\n  },\n  "devDependencies": {\n    "@lambda-vpc/lambda-vpc": "0.0.9"\n  }\n}\n`,
  },
  {
    sentence: "a script that previews with packs already is left as its owner changed it",
    files: {
      ...program,
      "package.json": `{\n  "scripts": {\n    "check": "lambda-vpc preview --pack ./mine"\n  },\n  "devDependencies": {\n    ${packages}\n  }\n}\n`,
    },
    expected: `{\n  "scripts": {\n    "check": "lambda-vpc preview --pack ./mine"\n  },\n  "devDependencies": {\n    ${packages}\n  }\n}\n`,
  },
];

describe.each(situations)("$sentence", ({ files, expected }) => {
  beforeEach(() => given(files));

  test("on disk", () => {
    expect(init()).toMatchObject({ exitCode: 0 });
    expect(present()["package.json"]).toBe(expected);
  });

  test("and a second run changes nothing", () => {
    init("--ci", "github");
    const first = present();
    expect(init("--ci", "github")).toMatchObject({ exitCode: 0, stdout: "" });
    expect(present()).toEqual(first);
  });

  test("and a dry run writes nothing, but prints the patch that git makes the same of", () => {
    const { stdout } = init("--ci", "github", "--dry-run");
    expect(present()).toEqual(files);
    const applied = spawnSync("git", ["apply", "-"], { cwd: directory, input: stdout, encoding: "utf8", timeout: 10_000 });
    expect(applied).toMatchObject({ status: 0, stderr: "" });
    const patched = present();
    rmSync(directory, { recursive: true });
    given(files);
    init("--ci", "github");
    expect(patched).toEqual(present());
  });
});

test("the configuration is the preset, and one that is there is kept", () => {
  given({ ...program, "policies.json": "{}" });
  expect(init()).toMatchObject({ stdout: "wrote package.json\n", stderr: expect.stringContaining("unchanged: policies.json") });
  expect(present()["policies.json"]).toBe("{}");
  rmSync(join(directory, "policies.json"));
  init("--preset", "strict");
  expect(present()["policies.json"]).toBe(readFileSync(join(__dirname, "../../presets/strict.json"), "utf8"));
});

test("a project whose packages lie further up gets its script there, and the workflow at the root of the repository", () => {
  given({ ".git/HEAD": "", "app/package.json": "{}", "app/the stack/Pulumi.yaml": "", "package.json": "{}" });
  expect(init("app/the stack", "--ci", "github").exitCode).toBe(0);
  const files = present();
  expect(files).toHaveProperty(["app/the stack/policies.json"]);
  expect(files["package.json"]).toBe("{}");
  expect(JSON.parse(files["app/package.json"] ?? "")).toMatchObject({
    scripts: { preview: expect.stringMatching(/ --config "the stack\/policies.json" -- -C "the stack"$/) },
  });
  expect(files[".github/workflows/lambda-vpc.yml"]).toMatch(/working-directory: "app"\n/);
});

test("the workflow and the job comment on the program with its configuration, wherever both are", () => {
  given({ ".git/HEAD": "", "app/package.json": "{}", "app/the stack/Pulumi.yaml": "" });
  const commenting = '--program "the stack" --config "the stack/policies.json" -- --stack "$PULUMI_STACK" --non-interactive\n';
  init("app/the stack", "--ci", "github");
  init("app/the stack", "--ci", "gitlab");
  const files = present();
  for (const file of [".github/workflows/lambda-vpc.yml", ".gitlab/lambda-vpc.yml"])
    expect(files[file]).toContain(`npx --no -- lambda-vpc comment ${commenting}`);
  expect(files[".gitlab/lambda-vpc.yml"]).toMatch(/- cd "app"\n/);
});

describe("a project on GitLab", () => {
  test("gets a job, and a pipeline that includes it", () => {
    given(program);
    expect(init("--ci", "gitlab").stdout).toBe(
      "wrote policies.json\nwrote .gitlab/lambda-vpc.yml\nwrote .gitlab-ci.yml\nwrote package.json\n",
    );
    expect(present()[".gitlab-ci.yml"]).toBe("include:\n  - local: .gitlab/lambda-vpc.yml\n");
    expect(init("--ci", "gitlab")).toMatchObject({ stdout: "", stderr: expect.not.stringContaining("Add to") });
  });

  test("keeps its pipeline, and is asked to include the job", () => {
    given({ ...program, ".gitlab-ci.yml": "stages: [test]\n" });
    expect(init("--ci", "gitlab").stderr).toContain("Add to .gitlab-ci.yml: include: [{ local: .gitlab/lambda-vpc.yml }]\n");
    expect(present()[".gitlab-ci.yml"]).toBe("stages: [test]\n");
  });
});

test("a byte order mark stays", () => {
  given({ ...program, "package.json": '\uFEFF{\n  "name": "shop"\n}\n' });
  expect(init().exitCode).toBe(0);
  expect(present()["package.json"]).toMatch(/^\uFEFF\{\n {2}"name": "shop",\n/);
});

test("a script that is no text is of another purpose", () => {
  given({ ...program, "package.json": '{ "scripts": { "preview": { "toString": 1, "valueOf": 1 } } }' });
  expect(init()).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("npm run preview:packs") });
});

test("links stay, and their targets are written, also where the target is new", () => {
  given({ ...program, "shared/package.json": "{}" });
  symlinkSync("shared/package.json", join(directory, "package.json"));
  symlinkSync("shared/policies.json", join(directory, "policies.json"));
  expect(init()).toMatchObject({ exitCode: 0, stdout: "wrote policies.json\nwrote package.json\n" });
  for (const file of ["package.json", "policies.json"]) {
    expect(lstatSync(join(directory, file)).isSymbolicLink()).toBe(true);
    expect(present()[`shared/${file}`]).toMatch(/lambda-vpc|share-security-groups/);
  }
});

test("a package.json that is protected is told, and no other file is written", () => {
  given({ ...program, "package.json": "{}" });
  chmodSync(join(directory, "package.json"), 0o444);
  chmodSync(directory, 0o777);
  const { exitCode, stderr } = asNobody(() => init("--ci", "github"));
  expect({ exitCode, stderr }).toEqual({
    exitCode: exitCodes.unwritable,
    stderr: expect.stringMatching(/package\.json" cannot be written \(EACCES\), and nothing was changed\. You have no permission/),
  });
  expect(present()).toEqual({ ...program, "package.json": "{}" });
});

test("two projects over one package.json get a script each, and the workflow runs that of the first", () => {
  given({ ".git/HEAD": "", "package.json": "{}", "one/Pulumi.yaml": "", "two/Pulumi.yaml": "" });
  init("one", "--ci", "github");
  expect(init("two", "--ci", "github").stderr).toContain("unchanged: .github/workflows/lambda-vpc.yml");
  expect(JSON.parse(present()["package.json"] ?? "")).toMatchObject({
    scripts: { preview: expect.stringMatching(/ -C one$/), "preview:packs": expect.stringMatching(/ -C two$/) },
  });
  expect(present()[".github/workflows/lambda-vpc.yml"]).toContain("npm run preview -- --stack");
});

test("a file where a folder is to be is told, nothing is written, and a run after that writes all", () => {
  given({ ...program, ".github": "" });
  expect(init("--ci", "github")).toMatchObject({ exitCode: exitCodes.unwritable, stderr: expect.stringContaining(".github") });
  expect(present()).toEqual({ ...program, ".github": "" });
  rmSync(join(directory, ".github"));
  expect(init("--ci", "github")).toMatchObject({
    exitCode: 0,
    stdout: "wrote policies.json\nwrote .github/workflows/lambda-vpc.yml\nwrote package.json\n",
  });
});

test.each([
  { sentence: "no project", files: {}, exitCode: exitCodes.missing, says: "pulumi new" },
  {
    sentence: "several projects below",
    files: { "a/Pulumi.yaml": "", "b/c/Pulumi.yml": "", "node_modules/d/Pulumi.yaml": "" },
    exitCode: exitCodes.usage,
    says: "2 projects: a, b/c. Specify one, for example: lambda-vpc init a",
  },
  {
    sentence: "a package.json that is not JSON",
    files: { ...program, "package.json": "{ // mine\n}" },
    exitCode: exitCodes.unreadable,
    says: "is not JSON",
  },
  {
    sentence: "a package.json of no object",
    files: { ...program, "package.json": "[]" },
    exitCode: exitCodes.unreadable,
    says: "is not a JSON object",
  },
  {
    sentence: "scripts that are no object",
    files: { ...program, "package.json": '{ "scripts": [] }' },
    exitCode: exitCodes.unreadable,
    says: '"scripts"',
  },
  {
    sentence: "a package.json of 5,000 levels",
    files: { ...program, "package.json": `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}` },
    exitCode: exitCodes.unreadable,
    says: "is nested deeper than 100 levels",
  },
  {
    sentence: "an empty package.json",
    files: { ...program, "package.json": "" },
    exitCode: exitCodes.unreadable,
    says: "is empty, and must hold a JSON object such as {}",
  },
  {
    sentence: "a folder named policies.json",
    files: { ...program, "policies.json/a": "" },
    exitCode: exitCodes.unreadable,
    says: "policies.json is not a file. Move it",
  },
  {
    sentence: "a folder named package.json",
    files: { ...program, "package.json/a": "" },
    exitCode: exitCodes.unreadable,
    says: "package.json is not a file. Move it",
  },
  {
    sentence: "a folder named Pulumi.yaml",
    files: { "Pulumi.yaml/a": "" },
    exitCode: exitCodes.missing,
    says: "Pulumi.yaml not found",
  },
  {
    sentence: "a file for the project",
    files: program,
    commandLine: ["Pulumi.yaml"],
    exitCode: exitCodes.missing,
    says: "Specify the folder of a Pulumi project",
  },
  { sentence: "a strange preset", files: program, commandLine: ["--preset", "lax"], exitCode: exitCodes.usage, says: "Unknown preset lax" },
  {
    sentence: "a strange CI",
    files: program,
    commandLine: ["--ci", "jenkins"],
    exitCode: exitCodes.usage,
    says: "Unknown CI jenkins",
  },
])("$sentence: nothing is written", ({ files, commandLine = [], exitCode, says }) => {
  given(files);
  expect(init(...commandLine)).toMatchObject({ exitCode, stdout: "", stderr: expect.stringContaining(says) });
  expect(present()).toEqual(files);
});
