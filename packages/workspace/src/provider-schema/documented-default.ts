/** A value that a field has if a program sets none. */
export type Default = string | number | boolean;

const PATTERNS: readonly RegExp[] = [
  /\b[Dd]efaults? (?:to|is|value is|value:|value of|for this attribute is|of|:) ?`([^`]+)`/,
  /\b[Dd]efault(?: value)?(?::| is) `([^`]+)`/,
  /`([^`]+)` ?\((?:the )?default\)/i,
  /\b[Dd]efaults? (?:to|is|for this attribute is) (true|false|-?\d+)\b/,
];

/** A condition follows, so the value is not the default of every resource. */
const CONDITION = /^[^.]*\b(?:unless|if|when|for|except|otherwise|based|depend)/i;

/**
 * The default that the description of a field states. Undefined if it states none, or one that depends on something.
 * @param type the type of the field, which the value must have
 */
export function documentedDefault(text: string, type: "string" | "number" | "boolean"): Default | undefined {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text);
    const value = match?.[1] === undefined ? undefined : literal(match[1].replace(/^"(.*)"$/, "$1"), type);
    if (match === null || value === undefined) continue;
    return CONDITION.test(text.slice(match.index + match[0].length)) ? undefined : value;
  }
  return undefined;
}

function literal(text: string, type: "string" | "number" | "boolean"): Default | undefined {
  if (type === "boolean") return text === "true" || text === "false" ? text === "true" : undefined;
  if (type === "number") return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  // A text with other characters is more often a name of something than a value.
  return /^[A-Za-z][\w.:-]*$/.test(text) && !["null", "true", "false", "nil", "empty", "none"].includes(text) ? text : undefined;
}
