import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { MOST_FILES, overfullFolders } from "./layout/overfull-folders";

/** Lists folders of the repository that hold too many source files, committed or not. Exit code 1 where there is one. */
const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: join(__dirname, "../../.."),
  encoding: "utf8",
});
// Examples are programs as users lay them out.
const overfull = overfullFolders(listed.split("\n").filter((file) => !file.startsWith("examples/")));
for (const { folder, files } of overfull)
  process.stderr.write(`${folder} holds ${files} source files; the limit is ${MOST_FILES}. Split it by concept into folders.\n`);
process.exitCode = overfull.length > 0 ? 1 : 0;
