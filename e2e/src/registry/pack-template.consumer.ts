import { expect, test } from "@jest/globals";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withConsumers } from "./consumers";

test("a pack from the template installs, compiles and passes its tests, and an error of types in a test fails them", () =>
  withConsumers(async (open) => {
    const project = open("template", { files: { "package.json": JSON.stringify({ name: "template", private: true }) } });
    await project.npm("install @lambda-vpc/cli");
    const { run, succeed } = await project.shell();
    await succeed("npx --no -- lambda-vpc init team-policies --template pack");
    const folder = join(project.folder, "team-policies");
    const file = join(folder, "package.json");
    const written = JSON.parse(readFileSync(file, "utf8")) as object;
    // What this repository pins and lets run too: not every registry holds the newest version.
    writeFileSync(file, JSON.stringify({ ...written, overrides: { "unrs-resolver": "1.12.2" } }));
    cpSync(join(project.folder, ".npmrc"), join(folder, ".npmrc"));
    await project.npm("install --prefix team-policies");
    expect(await succeed("npm test --prefix team-policies")).toMatch(/one subnet: refused/);

    const table = join(folder, "src/two-subnets.test.ts");
    writeFileSync(table, `${readFileSync(table, "utf8")}\nexport const wrong: number = "text";\n`);
    expect((await run("npm test --prefix team-policies")).exitCode).not.toBe(0);
  }));
