/** A line of a page outside blocks of code, with its number from 1. */
export interface ProseLine {
  readonly line: number;
  readonly text: string;
}

/** A heading of a page, with the anchor that GitHub gives it. */
export interface Heading {
  readonly line: number;
  readonly level: number;
  readonly anchor: string;
}

/** A link of a page, inline or by reference. */
export interface PageLink {
  readonly line: number;
  readonly target: string;
}

const FENCE = /^\s*(```+|~~~+)/;
const HEADING = /^(#{1,6}) +(.+?)(?: +#+)?$/;
const INLINE_LINK = /\]\(<?([^()\s<>]+)>?(?: +"[^"]*")?\)/g;
const REFERENCE = /^ {0,3}\[[^\]]+\]: +<?(\S+?)>?(?: +"[^"]*")?$/;
const CODE_SPAN = /`[^`]*`/g;

export function proseLines(page: string): readonly ProseLine[] {
  let fence: string | undefined;
  return page.split("\n").flatMap((text, index) => {
    const mark = FENCE.exec(text)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      return [];
    }
    fence = mark;
    return mark === undefined ? [{ line: index + 1, text }] : [];
  });
}

/** Headings in order. The second heading with one text gets the anchor `text-1`, as on GitHub. */
export function headings(page: string): readonly Heading[] {
  const seen = new Map<string, number>();
  return proseLines(page).flatMap(({ line, text }) => {
    const [, marks, title] = HEADING.exec(text) ?? [];
    if (marks === undefined || title === undefined) return [];
    const slug = slugOf(title);
    const earlier = seen.get(slug) ?? 0;
    seen.set(slug, earlier + 1);
    return [{ line, level: marks.length, anchor: earlier === 0 ? slug : `${slug}-${earlier}` }];
  });
}

/** Links outside code, in order. */
export function links(page: string): readonly PageLink[] {
  return proseLines(page).flatMap(({ line, text }) => {
    const prose = text.replace(CODE_SPAN, "``");
    const targets = [...prose.matchAll(INLINE_LINK), ...prose.matchAll(new RegExp(REFERENCE, "g"))];
    return targets.flatMap(([, target]) => (target === undefined ? [] : [{ line, target }]));
  });
}

/** The texts in backticks, outside blocks of code. */
export function codeSpans(page: string): readonly ProseLine[] {
  return proseLines(page).flatMap(({ line, text }) => [...text.matchAll(CODE_SPAN)].map(([span]) => ({ line, text: span.slice(1, -1) })));
}

/** Source: GitHub Docs, "Basic writing and formatting syntax", section links. */
function slugOf(title: string): string {
  const plain = title.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}\p{M} _-]/gu, "").replaceAll(" ", "-");
}
