import type { Tags } from "../../account/rows/row";
import type { AnswerList } from "../operation/answer";

export function tagSet(tags: Tags): AnswerList {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
