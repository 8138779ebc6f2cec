/** A value of an answer, with members named as on the wire. A member that is `undefined` is left out. */
export type Answer = string | number | boolean | Instant | undefined | AnswerList | AnswerObject;

/** A time. Protocols write it as a number of seconds, as text, or as a tagged number. */
export class Instant {
  /** @param seconds since 1970 */
  constructor(readonly seconds: number) {}

  toJSON(): number {
    return this.seconds;
  }

  toString(): string {
    return new Date(this.seconds * 1000).toISOString();
  }
}

export type AnswerList = readonly Answer[];

export interface AnswerObject {
  readonly [member: string]: Answer;
}

export function isAnswerList(answer: Answer): answer is AnswerList {
  return Array.isArray(answer);
}

export function isAnswerObject(answer: Answer): answer is AnswerObject {
  return typeof answer === "object" && !isAnswerList(answer) && !(answer instanceof Instant);
}
