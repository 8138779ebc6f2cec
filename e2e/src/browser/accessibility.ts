import { source } from "axe-core";
import type { Page } from "playwright-core";

/** What axe-core reports about a page: the rule and the elements that break it. It finds about half of what users of assistive technology meet. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(async () => {
    ${source}
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 200)));
  })()`);
}
