import { type Key, keySet } from "../facts/key";
import type { ResolvedAttachment } from "../combinations/resolved-attachment";
import type { Selection } from "../selections/selection";

/** Renames the keys of attachments. Selections that are one object stay one object. */
export class Renaming {
  private readonly selections = new Map<Selection, Selection>();

  /** `keyOf` names what lists name, `consumerOf` names functions. Both keep different keys different. */
  constructor(
    readonly keyOf: (key: Key) => Key,
    readonly consumerOf: (key: Key) => Key,
  ) {}

  attachment(attachment: ResolvedAttachment): ResolvedAttachment {
    return {
      ...attachment,
      consumer: this.consumerOf(attachment.consumer),
      subnets: this.selection(attachment.subnets),
      securityGroups: this.selection(attachment.securityGroups),
    };
  }

  private selection(selection: Selection): Selection {
    const present = this.selections.get(selection);
    if (present !== undefined) return present;
    const renamed = this.renamed(selection);
    this.selections.set(selection, renamed);
    return renamed;
  }

  private renamed(selection: Selection): Selection {
    const keys = (some: readonly Key[]): readonly Key[] => keySet(some.map(this.keyOf));
    const { certain, likely, possible, alternatives } = selection;
    return {
      ...selection,
      certain: keys(certain),
      likely: keys(likely),
      possible: keys(possible),
      ...(alternatives === undefined ? {} : { alternatives: alternatives.map((one) => ({ ...one, keys: keys(one.keys) })) }),
    };
  }
}
