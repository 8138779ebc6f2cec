import { packArguments } from "@lambda-vpc/policy-kit";
import { PolicyPack } from "@pulumi/policy";
import { eniConsolidation } from "./index";

/** What the engine starts: constructing the pack serves it. */
new PolicyPack(eniConsolidation.name, packArguments(eniConsolidation));
