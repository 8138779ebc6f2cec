/** How a function that contains an expectation is run. */
const LAW = "law";
const PROPERTY = "property";
const TEST = "test";
const HELPER = "helper";

/**
 * Refuses expectations of property tests that can pass because nothing is expected: a law whose condition never holds is not tested. Inside
 * `checkLaw`, `met` must count the condition, so that the law fails where the condition is rare. Elsewhere in a file with properties, an
 * expectation may stand under no condition and in no loop over generated values. Plain tests and loops over fixed lists are free.
 *
 * @type {import("eslint").Rule.RuleModule}
 */
module.exports = {
  meta: {
    type: "problem",
    docs: { description: "forbid expectations in property tests that depend on a condition nobody counts" },
    messages: {
      pre: "fc.pre skips runs without counting them. Use checkLaw of @lambda-vpc/property-testing: if (!met(NAME, CONDITION)) return.",
      outside:
        "This expectation depends on a condition or a loop, so it can pass without being checked. Use checkLaw and count the case with met.",
      uncounted: "No met counts this condition, so the law can pass without checking the expectation. Write if (met(NAME, CONDITION)).",
    },
    schema: [],
  },
  create(context) {
    let hasProperties = false;
    const reported = new Set();
    const report = (node, messageId) => {
      if (!reported.has(node)) context.report({ node, messageId });
      reported.add(node);
    };
    const checkExpectation = (node, conditionsOfItsOwn = 0) => {
      if (!hasProperties) return;
      const { kind, conditions } = surroundings(node);
      const outer = conditions.slice(conditionsOfItsOwn);
      if (kind === LAW) for (const one of outer.filter(({ counted }) => !counted)) report(one.node, "uncounted");
      if (kind === PROPERTY || kind === HELPER) for (const one of outer) report(one.node, "outside");
    };
    const checkExit = (node) => {
      const { kind, conditions } = surroundings(node, (fn) => fn);
      const decision = conditions.find(({ node: { type } }) => type === "IfStatement");
      if (!hasProperties || decision === undefined) return;
      if (kind === PROPERTY) report(decision.node, "outside");
      if (kind === LAW && !decision.counted) report(decision.node, "uncounted");
    };
    return {
      ImportDeclaration({ source }) {
        if (source.value === "fast-check" || source.value === "@lambda-vpc/property-testing") hasProperties = true;
      },
      "CallExpression[callee.name='expect']": (node) => checkExpectation(node),
      // `if (wrong) throw …` is an expectation itself; what stands around it is its condition.
      ThrowStatement: (node) => {
        if (surroundings(node).kind !== HELPER) checkExpectation(node, 1);
      },
      ReturnStatement: checkExit,
      ContinueStatement: checkExit,
      "CallExpression[callee.object.name='fc'][callee.property.name='pre']": (node) => report(node, "pre"),
    };
  },
};

/** The function in which a node runs, and the conditions and loops inside it that decide whether the node is reached, innermost first. */
function surroundings(start, stopAt = (fn) => (kindOf(fn) === undefined ? undefined : fn)) {
  const conditions = [];
  for (let child = start, node = start.parent; node; child = node, node = node.parent) {
    const condition = conditionIn(node, child);
    if (condition !== undefined) conditions.push(condition);
    if (!isFunction(node)) continue;
    if (stopAt(node) !== undefined) return { kind: kindOf(node), conditions };
    // A callback, such as that of `forEach`, runs as often as there are elements.
    conditions.push({ node: start, counted: kindOfAround(node) === LAW });
  }
  return { kind: undefined, conditions };
}

function kindOfAround(fn) {
  for (let node = fn.parent; node; node = node.parent) if (isFunction(node) && kindOf(node) !== undefined) return kindOf(node);
  return undefined;
}

/** The condition that `node` puts on `child`. Loops inside a law are counted by the cases that the law states. */
function conditionIn(node, child) {
  switch (node.type) {
    case "IfStatement":
    case "ConditionalExpression":
      // The condition of `else if` is its own.
      if (child === node.test || (child === node.alternate && child.type === "IfStatement")) return undefined;
      return { node, counted: child === node.consequent && callsMet(node.test) };
    case "LogicalExpression":
      return child === node.left ? undefined : { node, counted: callsMet(node.left) };
    case "SwitchCase":
      return { node, counted: false };
    case "ForOfStatement":
      return child === node.body && !isFixedList(node.right) ? { node, counted: true } : undefined;
    case "ForInStatement":
    case "WhileStatement":
      return child === node.body ? { node, counted: true } : undefined;
    default:
      return undefined;
  }
}

/** A list that is written out, or a constant by its name. */
function isFixedList(list) {
  if (list.type === "TSAsExpression") return isFixedList(list.expression);
  if (list.type === "ArrayExpression") return list.elements.some((element) => element !== null && element.type !== "SpreadElement");
  return list.type === "Identifier" && list.name === list.name.toUpperCase();
}

function isFunction({ type }) {
  return type === "ArrowFunctionExpression" || type === "FunctionExpression" || type === "FunctionDeclaration";
}

/** How a function is run; undefined for a callback in the midst of something else. */
function kindOf(fn) {
  const { parent } = fn;
  if (parent.type === "CallExpression" && parent.arguments.includes(fn)) {
    const name = calleeName(parent.callee);
    if (name === "checkLaw" || name === "checkAsyncLaw") return LAW;
    if (name === "property" || name === "asyncProperty") return PROPERTY;
    return TEST_FUNCTIONS.has(rootName(parent.callee)) ? TEST : undefined;
  }
  const takesMet = fn.params.some((parameter) => parameter.type === "Identifier" && parameter.name === "met");
  if (takesMet) return LAW;
  return fn.type === "FunctionDeclaration" || parent.type === "VariableDeclarator" ? HELPER : undefined;
}

const TEST_FUNCTIONS = new Set(["test", "it", "describe", "beforeAll", "beforeEach", "afterAll", "afterEach"]);

function calleeName(callee) {
  return callee.type === "MemberExpression" ? callee.property.name : callee.name;
}

/** `test` of `test.each(rows)`. */
function rootName(callee) {
  if (callee.type === "CallExpression") return rootName(callee.callee);
  if (callee.type === "TaggedTemplateExpression") return rootName(callee.tag);
  return callee.type === "MemberExpression" ? rootName(callee.object) : callee.name;
}

/** Whether a condition calls `met`. */
function callsMet(condition) {
  if (condition === null || typeof condition !== "object") return false;
  if (Array.isArray(condition)) return condition.some(callsMet);
  if (condition.type === "CallExpression" && condition.callee.name === "met") return true;
  return Object.entries(condition).some(([key, part]) => key !== "parent" && callsMet(part));
}
