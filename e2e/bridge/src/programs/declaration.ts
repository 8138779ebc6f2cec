/** An expression of JavaScript. */
export type Expression = string;

/** A resource of a program: what is written behind `new aws.`. */
export interface Declaration {
  readonly name: string;
  /** The class, such as `ec2.Subnet`. */
  readonly type: string;
  /** Arguments by name; one that is undefined is not given. */
  readonly inputs: { readonly [name: string]: Expression | undefined };
  /** The component that it is a child of, by the name of its variable. */
  readonly parent?: string;
}

/** A Pulumi program. Declarations may refer to earlier ones by their names. */
export function programOf(declarations: readonly Declaration[]): string {
  return `${PRELUDE}\n${declarations.map(statement).join("\n")}\n`;
}

const PRELUDE = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const team = new pulumi.ComponentResource("test:index:Team", "team");
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = 1;") });
`.trimStart();

function statement({ name, type, inputs, parent }: Declaration): string {
  const written = Object.entries(inputs).flatMap(([input, value]) => (value === undefined ? [] : [`${input}: ${value}`]));
  const options = parent === undefined ? "" : `, { parent: ${parent} }`;
  return `const ${name} = new aws.${type}("${name}", { ${written.join(", ")} }${options});`;
}
