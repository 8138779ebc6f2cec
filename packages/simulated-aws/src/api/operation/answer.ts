/** A value of an answer, with members named as on the wire. A member that is `undefined` is left out. */
export type Answer = string | number | boolean | undefined | AnswerList | AnswerObject;

export type AnswerList = readonly Answer[];

export interface AnswerObject {
  readonly [member: string]: Answer;
}

export function isAnswerList(answer: Answer): answer is AnswerList {
  return Array.isArray(answer);
}
