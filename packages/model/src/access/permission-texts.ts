import type { SecurityGroupRule } from "../facts/security-group-rule";
import { canonicalPermissions } from "./permissions";

/** The canonical texts of rule lists. Each is computed once: thousands of groups often have the same few rules. */
export class PermissionTexts {
  private readonly texts = new Map<string, string>();

  /** `canonicalPermissions(rules)`. */
  of(rules: readonly SecurityGroupRule[]): string {
    const spelling = JSON.stringify(rules);
    const text = this.texts.get(spelling) ?? canonicalPermissions(rules);
    this.texts.set(spelling, text);
    return text;
  }
}
