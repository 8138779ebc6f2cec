/**
 * The first error of a list that is read item by item. A mistake elsewhere in the document comes first: a document of another version, for example, may
 * have other resources.
 */
export class ItemFault {
  private first: { readonly error: unknown } | undefined;

  /** Reads an item, unless an earlier one had an error. */
  read(item: () => void): void {
    if (this.first !== undefined) return;
    try {
      item();
    } catch (error) {
      this.first = { error };
    }
  }

  /** @throws the first error. */
  raise(): void {
    if (this.first !== undefined) throw this.first.error;
  }
}
