import { objects, text, texts } from "../../property/read";
import type { Value } from "../../property/value";
import type { Subject } from "../subject";

/** The domains of a certificate that must be validated, one for each name. */
export function validationOptions({ values, seed, text: of }: Subject): Value {
  const domains = [...new Set([of("domainName"), ...texts(values, "subjectAlternativeNames")])].filter((one) => one !== "");
  if (text(values, "validationMethod") === "EMAIL" || objects(values, "validationOptions").length > 0) return [];
  return domains.map((domainName) => ({
    domainName,
    resourceRecordName: `_simulated${seed.replace(/\W/g, "")}.${domainName.replace(/^\*\./, "")}.`,
    resourceRecordType: "CNAME",
    resourceRecordValue: `_${seed.replace(/\W/g, "")}.acm-validations.aws.`,
  }));
}
