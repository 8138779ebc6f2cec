import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { citationProblems } from "./citations/citation-problems";
import { RepositoryText } from "./citations/repository-text";

const repository = resolve(__dirname, "../../..");

/** Tests and checks of citations name what they refuse. Locks cite nothing. */
const NOT_READ = /^packages\/workspace\/src\/(.*\.test\.ts$|citations\/)|(^|\/)(package-lock\.json|go\.sum)$/;
const TEXT = /\.([cm]?[jt]s|md|json|ya?ml|go|py|txt|sh)$/;

/** `npm run lint:citations`: prints each dead citation, link and unfounded fact. Ends with 1 if there is one, with 2 if git lists no files. */
function main(): void {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: repository,
    encoding: "utf8",
  });
  const paths = listed.split("\0").filter((path) => path !== "" && existsSync(join(repository, path)));
  const read = paths.filter((path) => TEXT.test(path) && !NOT_READ.test(path));
  const texts = new Map(read.map((path) => [path, readFileSync(join(repository, path), "utf8")]));
  const problems = citationProblems(new RepositoryText(texts, paths));
  process.stderr.write(problems.map((problem) => `${problem}\n`).join(""));
  if (problems.length > 0) process.exitCode = 1;
}

try {
  main();
} catch (error) {
  process.stderr.write(`The files of the repository cannot be read: run this in a clone, with git on the PATH. (${String(error)})\n`);
  process.exitCode = 2;
}
