import type { ReadingGap, ReadingPart } from "@lambda-vpc/model";
import { callFailure } from "./call-failure";

/** What a call is for. */
export interface CallPurpose {
  readonly part: ReadingPart;
  /** The function, file system or other resource that it concerns alone. */
  readonly subject?: string;
  /** As IAM writes it, such as `lambda:ListFunctions`. */
  readonly call: string;
}

/** Makes calls and keeps a gap for each that fails. What was read before the failure stays. */
export class Caller {
  readonly gaps: ReadingGap[] = [];

  /** The answer, or undefined and a gap. */
  async ask<Answer>(purpose: CallPurpose, call: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await call();
    } catch (error) {
      this.gaps.push({ ...purpose, ...callFailure(error) });
      return undefined;
    }
  }

  /** The items of all pages. If a page fails, those of the pages before it, and a gap. */
  async list<Page, Item>(
    purpose: CallPurpose,
    pages: AsyncIterable<Page>,
    itemsOf: (page: Page) => readonly Item[] | undefined,
  ): Promise<readonly Item[]> {
    const items: Item[] = [];
    await this.ask(purpose, async () => {
      for await (const page of pages) for (const item of itemsOf(page) ?? []) items.push(item);
    });
    return items;
  }
}
