import { readFileSync } from "node:fs";
import path from "node:path";
import type { StagedPackage } from "./stage-package";

/** What `publint` and `arethetypeswrong` hold against a staged package, each in one line. */
export async function lintPackage(staged: StagedPackage): Promise<readonly string[]> {
  const complaints = [...(await publintComplaints(staged)), ...(await typesComplaints(staged))];
  return complaints.map((complaint) => `${staged.manifest.name}: ${complaint}`);
}

async function publintComplaints({ folder }: StagedPackage): Promise<readonly string[]> {
  const { publint } = await import("publint");
  const { formatMessage } = await import("publint/utils");
  const { messages, pkg } = await publint({ pkgDir: folder, pack: false, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`);
}

/** Of TypeScript's ways to find a module, the one before `exports` is left out: the lowest version that `@pulumi/pulumi` works with knows better ones. */
async function typesComplaints({ folder, manifest, files }: StagedPackage): Promise<readonly string[]> {
  const { checkPackage, Package } = await import("@arethetypeswrong/core");
  const texts = files.map((file) => [`/node_modules/${manifest.name}/${file}`, readFileSync(path.join(folder, file), "utf8")] as const);
  const result = await checkPackage(new Package(Object.fromEntries(texts), manifest.name, manifest.version));
  if (result.types === false) return [];
  return result.problems
    .filter((problem) => !("resolutionKind" in problem && problem.resolutionKind === "node10"))
    .map((problem) => `arethetypeswrong: ${problem.kind} ${JSON.stringify(problem)}`);
}
