import { createHash } from "node:crypto";
import { inScriptElement } from "./link-modules";
import { type Markup, markup, trustedMarkup } from "./markup";
import { pageStyle } from "./page-style";

/** A page, and what it consists of. */
export interface WholePage {
  readonly title: string;
  /** Rules in addition to `pageStyle`. */
  readonly style: string;
  readonly body: Markup;
  /** Plain data that the script reads from the element `data`. */
  readonly data?: unknown;
  readonly script: string;
}

/**
 * One HTML file that needs no other and works offline. Its policy allows its own style and script by their hashes and nothing else: whatever a
 * name contains, no other script runs, and nothing is sent.
 */
export function wholePage({ title, style, body, data, script }: WholePage): string {
  const [styles, scripts] = [pageStyle + style, inScriptElement(script)];
  const policy = `default-src 'none'; style-src '${hashOf(styles)}'; script-src '${hashOf(scripts)}'; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${trustedMarkup(styles)}</style>
</head>
<body>
${body}
${data === undefined ? "" : trustedMarkup(`<script type="application/json" id="data">${jsonInElement(data)}</script>`)}
<script>${trustedMarkup(scripts)}</script>
</body>
</html>
`.html;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Data as JSON in an element. Law: it is JSON of the same value, has no `<`, and is one line for every reader of lines. */
export function jsonInElement(data: unknown): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029\u007f-\u009f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
