import { servePack } from "@lambda-vpc/policy-kit/serve";
import { subnetSizing } from "./index";

servePack(subnetSizing);
