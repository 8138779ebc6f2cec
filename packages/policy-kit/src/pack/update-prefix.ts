import { networkText, type StackResource } from "@lambda-vpc/sources";

/**
 * The resources of an update that were validated and not refused. Functions with one network are represented by the first of them: more of them
 * change no verdict, so it is read again only when a resource with another network arrives.
 *
 * Laws: a resource that is validated again replaces what it was; the representatives have the verdicts of all.
 */
export class UpdatePrefix {
  private readonly admitted = new Map<string, StackResource>();
  private readonly byNetwork = new Map<string, Set<string>>();

  /** Every admitted resource. */
  get resources(): readonly StackResource[] {
    return [...this.admitted.values()];
  }

  /** One admitted function for each network, and all other resources. */
  get representatives(): readonly StackResource[] {
    return [...this.byNetwork.values()].flatMap(([urn = ""]) => this.admitted.get(urn) ?? []);
  }

  /** Whether an admitted function has the same network: then the resource changes no verdict. */
  isKnown(resource: StackResource): boolean {
    return this.byNetwork.has(textOf(resource));
  }

  admit(resource: StackResource): void {
    const text = textOf(resource);
    this.admitted.set(resource.urn, resource);
    const alike = this.byNetwork.get(text);
    if (alike === undefined) this.byNetwork.set(text, new Set([resource.urn]));
    else alike.add(resource.urn);
  }

  /** Removes what a resource was before it was validated again. */
  withdraw(urn: string): void {
    const former = this.admitted.get(urn);
    if (former === undefined) return;
    this.admitted.delete(urn);
    const text = textOf(former);
    const alike = this.byNetwork.get(text);
    alike?.delete(urn);
    if (alike?.size === 0) this.byNetwork.delete(text);
  }
}

function textOf(resource: StackResource): string {
  return networkText(resource) ?? resource.urn;
}
