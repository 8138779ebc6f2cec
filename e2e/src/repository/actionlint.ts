import { spawnSync } from "node:child_process";

/** The linter of GitHub Actions workflows. It is a Go program: Go fetches, builds and caches it. */
const LINTER = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.11";

/**
 * What the linter reports for a workflow, one line each.
 *
 * @throws Error if the linter does not run.
 */
export function actionlint(text: string): string {
  const flags = ["-format", "{{range .}}{{.Message}}\n{{end}}", "-stdin-filename", "workflow.yml", "-"];
  const { status, stdout, stderr } = spawnSync("go", ["run", LINTER, ...flags], { input: text, encoding: "utf8", timeout: 240_000 });
  if (status === null || (status !== 0 && stdout === "")) throw new Error(`actionlint did not run: ${stderr}`);
  return stdout;
}
