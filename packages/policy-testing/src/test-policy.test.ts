import { testPolicy } from "./index";
import { clean, fewSets, undecided, violating } from "./testing/few-sets";

testPolicy(fewSets, [clean, violating, undecided]);
