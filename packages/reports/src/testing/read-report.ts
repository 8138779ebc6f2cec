/** What the HTML report contains, as a reader of its text finds it. */
export interface ReadReport {
  /** The data that its script starts with. */
  readonly data: unknown;
  /** The text of the element with an id, without markup. */
  readonly textOf: (id: string) => string;
  /** The cells of each row of the table bodies in the element with an id. */
  readonly rowsOf: (id: string) => readonly (readonly string[])[];
}

export function readReport(html: string): ReadReport {
  const part = (id: string): string => {
    const [, tag = "", content = ""] = new RegExp(`<(\\w+)[^>]* id="${id}"[^>]*>([^]*)`).exec(html) ?? [];
    return content.slice(0, endOf(content, tag));
  };
  return {
    data: JSON.parse(part("data")),
    textOf: (id) => textOf(part(id)),
    rowsOf: (id) =>
      [...part(id).matchAll(/<tbody[^>]*>([^]*?)<\/tbody>/g)].flatMap(([, body = ""]) =>
        [...body.matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)].map(([, row = ""]) =>
          [...row.matchAll(/<(?:th|td)[^>]*>([^]*?)<\/(?:th|td)>/g)].map(([, cell = ""]) => textOf(cell)),
        ),
      ),
  };
}

/** Where the element ends whose content this is. */
function endOf(content: string, tag: string): number {
  let depth = 1;
  for (const { 0: found, index } of content.matchAll(new RegExp(`<(/?)${tag}[\\s>]`, "g"))) {
    depth += found.startsWith("</") ? -1 : 1;
    if (depth === 0) return index;
  }
  return content.length;
}

function textOf(html: string): string {
  return html
    .replaceAll(/<svg[^]*?<\/svg>/g, "")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .trim();
}
