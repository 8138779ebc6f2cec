import type { AwsError } from "../../account/store/aws-error";
import type { AnswerObject } from "../operation/answer";
import type { Operation } from "../operation/operation";
import type { Members } from "../operation/parameters";
import type { ErrorCodes, Service } from "../operation/service";
import type { HttpAnswer, HttpRequest } from "./http-message";

/** The operation that a request names, and its members. */
export interface OperationRequest {
  readonly operation: Operation;
  readonly members: Members;
}

/** How services encode requests, answers and errors. */
export interface Protocol {
  readonly errorCodes: ErrorCodes;
  /** Whether a request looks like one of this protocol, for services that read several. */
  readonly matches: (request: HttpRequest) => boolean;
  /** Reads a request. Returns the requested name for an operation that the service does not have here. Throws `InvalidParameter`. */
  readonly read: (service: Service, request: HttpRequest) => OperationRequest | string;
  readonly answer: (service: Service, operation: Operation, answer: AnswerObject, requestId: string) => HttpAnswer;
  readonly error: (service: Service, error: AwsError, requestId: string) => HttpAnswer;
}
