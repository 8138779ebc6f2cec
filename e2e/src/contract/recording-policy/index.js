const { PolicyPack } = require("@pulumi/policy");
const pulumi = require("@pulumi/pulumi");
const { appendFileSync } = require("node:fs");

/** The text that stands for every unknown; the others are its kin for other kinds of values. */
const UNKNOWNS =
  /^(04da6b54-80e4-46f7-96ec-b56ff0331ba9|1c4a061d-8072-4f0a-a4cb-0ff528b18fe7|6a19a0b0-7e62-4c92-b797-7f8e31da9cc2|dd056dcd-154b-4c76-9bd3-c8f88648b5ff)$/;

/** A property by its descriptor: reading it as usual throws when it is unknown. */
const raw = (object, key) => Object.getOwnPropertyDescriptor(object, key)?.value;

function plain(value) {
  if (typeof value === "string") return UNKNOWNS.test(value) ? "U" : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Array.from({ length: value.length }, (_, index) => plain(raw(value, index)));
  return Object.fromEntries(Object.keys(value).map((key) => [key, plain(raw(value, key))]));
}

/** One line for each resource in each of the two views, in the file that the environment names. */
const record = (line) =>
  appendFileSync(process.env.CONTRACT_RECORD, `${JSON.stringify({ phase: pulumi.runtime.isDryRun() ? "preview" : "update", ...line })}\n`);

new PolicyPack("recording", {
  policies: [
    {
      name: "resources",
      description: "Writes down what resource validation sees.",
      enforcementLevel: "advisory",
      validateResource: ({ type, name, props }) => record({ view: "resource", type, name, props: plain(props) }),
    },
    {
      name: "stack",
      description: "Writes down what stack validation sees.",
      enforcementLevel: "advisory",
      validateStack: ({ resources }) => {
        for (const { type, name, props, propertyDependencies, parent } of resources) {
          const dependencies = Object.entries(propertyDependencies).map(([property, on]) => [property, on.map((one) => one.name).sort()]);
          record({ view: "stack", type, name, props: plain(props), dependencies: Object.fromEntries(dependencies), parent: parent?.name });
        }
      },
    },
  ],
});
