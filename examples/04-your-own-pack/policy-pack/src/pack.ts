import { servePack } from "@lambda-vpc/policy-kit/serve";
import { teamPolicies } from "./team-policies";

servePack(teamPolicies);
