const { PolicyPack } = require("@pulumi/policy");

new PolicyPack("no-op", {
  policies: [{ name: "nothing", description: "Does nothing.", enforcementLevel: "mandatory", validateStack: () => {} }],
});
