/** HTML. Only `markup` and `trustedMarkup` make it, so that no name or value of a program becomes HTML unseen. */
export class Markup {
  constructor(readonly html: string) {}
}

/** What a template contains: a text, which is escaped, or HTML. */
export type MarkupPart = string | number | Markup | readonly Markup[];

/**
 * HTML of a template whose texts are escaped, in elements and in quoted attributes. Lists of HTML are joined.
 * Law: whatever a text contains, the elements and attributes of the result are those of the template.
 */
export function markup(template: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  return new Markup(template.reduce((html, literal, index) => html + htmlOf(parts[index - 1] ?? "") + literal));
}

/** A text that is HTML already, such as that of another page. */
export function trustedMarkup(html: string): Markup {
  return new Markup(html);
}

function htmlOf(part: MarkupPart): string {
  if (part instanceof Markup) return part.html;
  if (typeof part === "object") return part.map(({ html }) => html).join("");
  return String(part).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
