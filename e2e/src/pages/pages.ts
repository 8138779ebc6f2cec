import { packFolders, type PageProgram, pagePrograms, policyOfPage, readPackFiles } from "@lambda-vpc/workspace";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

/** A program of a policy's page. */
export interface PageExample extends PageProgram {
  readonly policy: string;
  /** The folder of the policy's pack. */
  readonly pack: string;
  /** Unique among all pages: `eni-budget-avoid-1`. */
  readonly name: string;
}

/** Every program of every page, page by page. */
export function pageExamples(): readonly PageExample[] {
  return packFolders(repositoryRoot).flatMap((pack) =>
    [...readPackFiles(repositoryRoot, pack).texts].flatMap(([path, text]) => {
      const policy = policyOfPage(path);
      if (policy === undefined) return [];
      return pagePrograms(text).map((program, index) => ({
        ...program,
        policy,
        pack,
        name: `${policy}-${program.section.toLowerCase()}-${index + 1}`,
      }));
    }),
  );
}

/** The page's configuration with every other policy disabled, so that only this one reports; settings such as waivers stay. */
export function onlyThePolicy({ policy, pack, configuration }: PageExample): object {
  const others = pageExamples().filter((one) => one.pack === pack && one.policy !== policy);
  const own = configuration[policy];
  return {
    ...configuration,
    ...Object.fromEntries(others.map((one) => [one.policy, "disabled"])),
    [policy]: { enforcementLevel: "mandatory", ...(typeof own === "object" ? own : {}) },
  };
}
