/** Properties through which a policy resource shows what is planned: `props` to the policy SDK, `outputs` to our sources. */
const PLANNED = ["props", "outputs"];

/**
 * Rejects code that reads planned outputs of a resource. At the first preview, a list in the planned `vpcConfig` is unknown as a whole if one id
 * in it is unknown: a policy that counts its elements finds none and reports nothing. Inputs keep the list element by element. Policies
 * therefore read the network and its plan, which `packages/sources` builds from both. Writing such a property is allowed.
 *
 * @type {import("eslint").Rule.RuleModule}
 */
module.exports = {
  meta: {
    type: "problem",
    docs: { description: "forbid reading the planned outputs of attachments" },
    messages: {
      planned:
        '"{{name}}" shows planned outputs, in which one unknown id hides a whole set of subnets or groups: decide on the network or the plan of the context.',
    },
    schema: [{ type: "object", properties: { besides: { type: "array", items: { type: "string" } } }, additionalProperties: false }],
    defaultOptions: [{ besides: [] }],
  },
  create(context) {
    const names = new Set([...PLANNED, ...context.options[0].besides]);
    const check = (node, name) => {
      if (names.has(name)) context.report({ node, messageId: "planned", data: { name } });
    };
    return {
      MemberExpression: ({ parent, property, computed }) => {
        const written = parent.type === "AssignmentExpression" && parent.left.property === property;
        if (!written) check(property, nameOf(property, computed));
      },
      "ObjectPattern > Property": ({ key, computed }) => check(key, nameOf(key, computed)),
    };
  },
};

/** The name that a key surely has: an identifier's, or a literal's. */
function nameOf(key, computed) {
  if (!computed && key.type === "Identifier") return key.name;
  if (key.type === "Literal") return key.value;
  return key.type === "TemplateLiteral" && key.expressions.length === 0 ? key.quasis[0].value.cooked : undefined;
}
