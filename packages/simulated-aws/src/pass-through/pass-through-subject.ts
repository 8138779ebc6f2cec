import type { Account } from "../account/store/account";
import { text } from "../property/read";
import { isZeroValue, type Properties, type Value } from "../property/value";
import { type Fields, isLeftToAws } from "../schema/field";
import { outputOf } from "./made-up-outputs";
import { networkPlace } from "./network-place";
import { expand } from "./pattern";
import { classOf, type Rules, type Subject } from "./subject";

/** The Region of types without one, whose services are global. */
const GLOBAL_REGION = "us-east-1";

/** The id of a resource whose type shows no other. */
const ANY_ID = "{alnum:10}";

/** What a resource is, before its outputs are made up. */
export interface Origin {
  readonly token: string;
  readonly fields: Fields;
  readonly rules: Rules;
  readonly seed: string;
  readonly values: Properties;
  /** Its id. Undefined if it is new. Then it follows from the rules. */
  readonly id: string | undefined;
  /** Its name when it was created. Undefined if it is new, or was only read. */
  readonly name: string | undefined;
}

/** The subject with its texts, which depend on each other: an id on an ARN, an ARN on a name. */
export function passThroughSubject(account: Account, { token, fields, rules, seed, values, id, name }: Origin): Subject {
  const pending = new Set<string>();
  const subject: Subject = {
    token,
    region: text(values, "region") ?? GLOBAL_REGION,
    accountId: account.id,
    seed,
    values,
    ...networkPlace(account, values),
    get id(): string {
      if (id !== undefined) return id;
      const text = ruleText("id");
      return text === "" ? expand(ANY_ID, subject) : text;
    },
    get name(): string {
      return name ?? nameOf(token, fields, values) ?? id ?? expand("{alnum:10}", subject);
    },
    text: (field) => {
      const computed = fields[field]?.presence === "computed";
      const known = computed ? undefined : scalarText(values[field]);
      return known ?? idText(field) ?? (rules[field] === undefined ? madeUpText(field) : ruleText(field));
    },
  };

  /** A field that the id consists of, where only the id is known, as for a resource that was only read. */
  function idText(field: string): string | undefined {
    return id !== undefined && rules["id"] === `{${field}}` ? id : undefined;
  }

  function guarded(field: string, make: () => string): string {
    if (pending.has(field)) return "";
    pending.add(field);
    try {
      return make();
    } finally {
      pending.delete(field);
    }
  }

  function ruleText(field: string): string {
    const rule = rules[field] ?? (field === "id" ? ANY_ID : "");
    return guarded(field, () => (typeof rule === "string" ? expand(rule, subject) : (scalarText(rule(subject)) ?? "")));
  }

  function madeUpText(field: string): string {
    const definition = fields[field];
    if (definition === undefined || !isLeftToAws(definition)) return scalarText(definition?.default) ?? "";
    return guarded(field, () => scalarText(outputOf(field, definition, rules, subject)) ?? "");
  }

  return subject;
}

function scalarText(value: Value | undefined): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && !isZeroValue(value) ? value : undefined;
}

/** The property that holds the name: `name`, `domainName` or the like of the class, else the first that ends in `Name` or `Identifier`. */
function nameOf(token: string, fields: Fields, values: Properties): string | undefined {
  const own = classOf(token).replace(/^./, (letter) => letter.toLowerCase());
  const preferred = ["name", `${own}Name`, `${own}Id`, `${own}Identifier`, own, "identifier"];
  const others = Object.keys(fields).filter((name) => /(?:Name|Identifier|Id)$/.test(name) && fields[name]?.presence !== "computed");
  return [...preferred, ...others]
    .map((name) => (fields[name]?.presence === "computed" ? undefined : text(values, name)))
    .find((name) => name !== undefined);
}
