import { servePack } from "@lambda-vpc/policy-kit/serve";
import { functionNetworking } from "./index";

servePack(functionNetworking);
