import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Program, repositoryRoot, type Workspace } from "@lambda-vpc/test-stacks/workspace";

/** The example of a program in YAML. */
export const yamlExample = join(repositoryRoot, "examples/other-languages/yaml");

/**
 * A copy of the example in YAML, with its program changed by `change`, and an empty stack `dev` in it. The language host in `hostFolder`
 * runs it, and our components come out of this repository.
 */
export async function yamlProgram(
  { engine, folder: workspace }: Workspace,
  hostFolder: string,
  change = (source: string): string => source,
): Promise<Program> {
  const folder = mkdtempSync(join(workspace, "yaml-"));
  cpSync(yamlExample, folder, { recursive: true });
  const file = join(folder, "Pulumi.yaml");
  const program: Program = {
    folder,
    pulumi: (command, ...rest) => engine.pulumi(["--non-interactive", "-C", folder, ...command.split(" "), ...rest]),
    edit: (edit) => writeFileSync(file, edit(readFileSync(file, "utf8"))),
  };
  const components = join(repositoryRoot, "packages/components");
  const languages = JSON.stringify([{ name: "yaml", path: hostFolder }]);
  program.edit(
    (source) => change(source).replace(/^( +lambda-vpc:) .*$/m, `$1 ${components}`) + `\nplugins: { languages: ${languages} }\n`,
  );
  const made = await program.pulumi("stack init dev");
  if (made.exitCode !== 0) throw new Error(`stack init failed: ${made.stderr}`);
  return program;
}
