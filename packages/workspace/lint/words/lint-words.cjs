const { execFileSync } = require("node:child_process");
const { existsSync, readFileSync } = require("node:fs");
const { join, relative, resolve } = require("node:path");
const { createLinter, loadTextlintrc } = require("textlint");

const repository = resolve(__dirname, "../../../..");

/** Generated from the subjects of commits, which stay as they are. */
const generated = /^(?:packages|policies)\/[^/]+\/CHANGELOG\.md$/;

/**
 * `npm run lint:words [-- FILES]` checks the words of FILES, or of every page, comment and message of the repository. It prints a line for each
 * word that the dictionary refuses and ends with 1; with 2 where textlint cannot be set up.
 */
async function main(named) {
  const descriptor = await loadTextlintrc({ configFilePath: join(repository, ".textlintrc.js") });
  // If textlint cannot load a configuration, it runs with its built-in plug-ins only, and finds nothing.
  if (!descriptor.availableExtensions.includes(".ts")) throw new Error(".textlintrc.js cannot be loaded: DEBUG=textlint:* shows why");
  const linter = createLinter({ descriptor });
  const files = named.length > 0 ? named.map((path) => resolve(path)) : proseFiles();
  for (const file of files) {
    const { messages } = await linter.lintText(readFileSync(file, "utf8"), file);
    for (const { loc, message } of messages) {
      const words = message.replace(/\s+/g, " ");
      process.stdout.write(`${relative(process.cwd(), file)}:${loc.start.line}:${loc.start.column}: ${words}\n`);
    }
    if (messages.length > 0) process.exitCode = 1;
  }
}

/** What git has or would take, so that no build output is read. */
function proseFiles() {
  const command = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "*.md", "*.[jt]s", "*.[cm][jt]s"];
  const paths = execFileSync("git", command, { cwd: repository, encoding: "utf8" }).split("\0");
  return [...new Set(paths)]
    .filter((path) => path !== "" && !generated.test(path))
    .map((path) => join(repository, path))
    .filter((path) => existsSync(path));
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
