import type { Rules } from "../subject";
import { applicationTypes } from "./application-types";
import { dataTypes } from "./data-types";
import { platformTypes } from "./platform-types";

/** The rules for the outputs of types that programs often read, by token. Other types follow the names of their fields. */
export const knownRules: ReadonlyMap<string, Rules> = new Map(Object.entries({ ...applicationTypes, ...dataTypes, ...platformTypes }));
