const ts = require("typescript");

/**
 * A textlint plugin for TypeScript and JavaScript. It shows rules the prose of a file: comments everywhere, and the messages of shipped code,
 * which are string literals and templates of more than one word. Code, code spans, links and addresses are blanked. Offsets stay the same, so
 * that a report names the line and column of the file.
 */
class TypeScriptProse {
  availableExtensions() {
    return [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"];
  }

  processor() {
    return {
      preProcess: (text, path = "") => parse(text, isShipped(path)),
      postProcess: (messages, filePath = "") => ({ messages, filePath }),
    };
  }
}

module.exports = { Processor: TypeScriptProse };

/** Whether users can meet the strings of the file. Strings of tests are quotations and data. */
function isShipped(path) {
  return (
    /(?:^|\/)(?:packages|policies|tools|examples)\/[^/]+\/(?:policy-pack\/)?src\//.test(path) &&
    !/\.test\.[cm]?[jt]s$|\/testing\//.test(path)
  );
}

function parse(text, withMessages) {
  const { literals, messages } = literalsOf(text);
  const prose = [...commentsOf(text, literals), ...(withMessages ? messages : [])];
  const shown = prose.map(({ start, end, show }) => ({ start, end, text: show(text.slice(start, end)) }));
  const blanked = shown
    .sort((a, b) => a.start - b.start)
    .reduce(({ done, at }, one) => ({ done: done + blank(text.slice(at, one.start)) + one.text, at: one.end }), { done: "", at: 0 });
  const source = blanked.done + blank(text.slice(blanked.at));
  return { text: source, ast: documentOf(source, shown) };
}

/** Every literal of the file, and the pieces of those that hold a message. */
function literalsOf(text) {
  const literals = [];
  const messages = [];
  const add = (start, end, isMessage) => {
    literals.push({ start, end });
    if (isMessage) messages.push({ start, end, show: ofLiteral });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return void ts.forEachChild(node, visitSpecifier);
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) add(node.getStart(), node.end, /\S\s+\S/.test(node.text));
    else if (ts.isRegularExpressionLiteral(node)) add(node.getStart(), node.end, false);
    else if (ts.isTemplateExpression(node)) {
      const pieces = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
      const isMessage = pieces.some((piece) => /[a-z]/i.test(piece.text) && /\s/.test(piece.text));
      for (const piece of pieces) add(piece.getStart(), piece.end, isMessage);
    }
    ts.forEachChild(node, visit);
  };
  const visitSpecifier = (node) => {
    if (ts.isStringLiteral(node)) add(node.getStart(), node.end, false);
  };
  visit(ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true));
  return { literals, messages };
}

/** The comments of the file. Line comments that follow one another are one text: a phrase may run over their ends. */
function commentsOf(text, literals) {
  const code = literals
    .sort((a, b) => a.start - b.start)
    .reduce(({ done, at }, { start, end }) => ({ done: done + text.slice(at, start) + "x".repeat(end - start), at: end }), {
      done: "",
      at: 0,
    });
  const comments = (code.done + text.slice(code.at)).matchAll(/\/\*[^]*?\*\/|\/\/[^\n]*(?:\n[ \t]*\/\/[^\n]*)*/g);
  return [...comments].map(({ 0: comment, index }) => ({ start: index, end: index + comment.length, show: ofComment }));
}

/** A comment without its marks and its code. */
function ofComment(text) {
  const marks = /^\/\*+|\*+\/$|^[ \t]*(?:\*+(?!\/)|\/\/+)/gm;
  return withoutCode(text.replace(marks, blank));
}

/** The text of a literal, without its quotation marks: a backtick that begins a template begins no code span. */
function ofLiteral(text) {
  return withoutCode(text.replace(/^["'`}]|(?:["'`]|\$\{)$/g, blank));
}

/** Text without fenced code, code spans, links of TSDoc and addresses. */
function withoutCode(text) {
  return text.replace(/```[^]*?```|(\\?`)[^`]*?\1|\{@\w+ [^}]*\}|https?:\/\/\S+/g, (code) => code.replace(/\S/g, "¤"));
}

/** As many characters, on as many lines, without the text. */
function blank(text) {
  return text.replace(/[^\n]/g, " ");
}

/** textlint's tree: a document of paragraphs, each one text. */
function documentOf(text, shown) {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const position = (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low] };
  };
  const node = (type, start, end, rest) => {
    return { type, range: [start, end], raw: text.slice(start, end), loc: { start: position(start), end: position(end) }, ...rest };
  };
  const paragraphs = shown.map((one) =>
    node("Paragraph", one.start, one.end, { children: [node("Str", one.start, one.end, { value: one.text })] }),
  );
  return node("Document", 0, text.length, { children: paragraphs });
}
