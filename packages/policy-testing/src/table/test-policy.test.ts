import { testPolicy } from "../index";
import { clean, fewSets, main, undecided, violating } from "../testing/few-sets";

const waiver = { policy: "few-sets", pattern: "*::main", reason: "moving in March", expires: "2026-01-15" };

testPolicy(fewSets, [
  clean,
  violating,
  undecided,
  { ...violating, name: "a finding that is waived to this day: tolerated", settings: { waivers: { entries: [waiver] } }, finds: [] },
  {
    ...violating,
    name: "a finding that was waived to the day before: told",
    settings: { waivers: { entries: [{ ...waiver, expires: "2026-01-14" }] } },
  },
  {
    ...violating,
    name: "a mistake in the configuration: told with the key, and nothing is checked",
    config: { maxSet: 2 },
    finds: [{ verdict: "misconfigured", says: ['"maxSet"', 'mean "maxSets"'] }],
  },
  {
    ...undecided,
    name: "what is undecided, at the level that the user chose",
    config: { onUndecided: "mandatory" },
    finds: [{ verdict: "undecided", about: main, level: "mandatory", says: ["too many sets"] }],
  },
]);
