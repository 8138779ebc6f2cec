import { servePack } from "@lambda-vpc/policy-kit/serve";
import { eniConsolidation } from "./index";

servePack(eniConsolidation);
