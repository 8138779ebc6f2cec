/** The parts of a resource's URN that a provider needs: `urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME`. */
export interface ResourceAddress {
  readonly type: string;
  readonly name: string;
}

export function parseUrn(urn: string): ResourceAddress {
  const [, , types = "", ...name] = urn.split("::");
  return { type: types.split("$").at(-1) ?? "", name: name.join("::") };
}
