import { expect, test } from "@jest/globals";
import { explainedFacts } from "./explained-facts";

const page = `# Facts

## Group

### ENI quota

AWS allows 500.

It can be raised.

Source: [Guide, "limits" [1]](https://aws.example/limits); [other](https://aws.example/a(b)). Read 2026-11-23.

### Not cited

Nothing.

Source: [Guide](https://aws.example/). Observed 2026-11-23.
`;
const architecture = `## Terms

| Term | Meaning | In code |
| ---- | ------- | ------- |
| hole | An [unknown](docs/model.md) element ([in full](docs/model.md#holes)). | \`holes\` |
| assumption S | The statement. | – |

## Folders
`;

test("facts that something cites are kept with their sources, and terms without links", () => {
  const citing = ["see docs/aws-facts.md#eni-quota", "[fact](../../docs/aws-facts.md#eni-quota)"];
  expect(explainedFacts({ facts: new Map([["docs/aws-facts.md", page]]), architecture, citing })).toEqual({
    facts: {
      "docs/aws-facts.md#eni-quota": {
        title: "ENI quota",
        text: "AWS allows 500.\n\nIt can be raised.",
        day: "2026-11-23",
        sources: [
          { title: 'Guide, "limits" [1]', url: "https://aws.example/limits" },
          { title: "other", url: "https://aws.example/a(b)" },
        ],
      },
    },
    terms: [
      { term: "hole", meaning: "An unknown element.", code: "holes" },
      { term: "assumption S", meaning: "The statement." },
    ],
  });
});
