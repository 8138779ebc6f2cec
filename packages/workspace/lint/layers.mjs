/**
 * The layers between packages. `path` selects the layer's files, `may` names the layers that its shipped code may import, `testsMay` those that its
 * tests may import in addition, `never` the outside packages that shipped code must not import (patterns), `why` the reason.
 */
export const packageLayers = {
  "property-testing": {
    path: "^packages/property-testing/",
    may: [],
    never: ["@pulumi/"],
    why: "The tests of every package import it, so it imports none of them.",
  },
  model: {
    path: "^packages/model/",
    may: [],
    never: ["@pulumi/", "@aws-sdk/"],
    why: "The model is pure functions over plain values. Its readers need no Pulumi.",
  },
  sources: {
    path: "^packages/sources/",
    may: ["model"],
    never: ["@pulumi/"],
    why: "A source turns plain records into facts. It does not know who uses them.",
  },
  "policy-kit": {
    path: "^packages/policy-kit/",
    may: ["model", "sources"],
    never: ["@pulumi/aws"],
    why: "Packs start without @pulumi/aws. It costs seconds and hundreds of megabytes.",
  },
  "policy-testing": {
    path: "^packages/policy-testing/",
    may: ["model", "sources", "policy-kit"],
    never: ["@pulumi/aws"],
    why: "It runs policies in test files. Nothing that ships imports it.",
  },
  account: {
    path: "^packages/account/",
    may: ["model", "sources"],
    testsMay: ["simulated-aws"],
    never: ["@pulumi/"],
    why: "It reads an account through the clients of AWS. It judges nothing.",
  },
  organisation: {
    path: "^packages/organisation/",
    may: ["model", "sources", "account"],
    testsMay: ["simulated-aws"],
    never: ["@pulumi/"],
    why: "It collects accounts into a dataset and asks questions in SQL. It runs no policy.",
  },
  reports: {
    path: "^packages/reports/",
    may: ["model", "sources", "policy-kit"],
    testsMay: ["policies"],
    never: ["@pulumi/", "@microsoft/", "ajv"],
    why: "A format is one pure function of an assessment. It reads no stack and runs no policy.",
  },
  policies: {
    path: "^policies/",
    may: ["model", "policy-kit"],
    testsMay: ["sources", "policy-testing"],
    never: ["@pulumi/"],
    why: "A policy is data and one pure function. Only the kit talks to the policy SDK.",
  },
  components: {
    path: "^packages/components/",
    may: ["model"],
    never: ["@pulumi/policy"],
    why: "Components build networks. They do not judge them.",
  },
  "simulated-aws": {
    path: "^packages/simulated-aws/",
    may: [],
    never: ["@pulumi/aws", "@pulumi/policy", "@aws-sdk/"],
    why: "The simulation must be able to contradict the model.",
  },
  tools: {
    path: "^tools/",
    may: [],
    never: ["@pulumi/"],
    why: "The tools that run the engine must work before the packages are built.",
  },
  cli: {
    path: "^packages/cli/",
    may: ["model", "sources", "policy-kit", "policies", "components", "reports", "account", "organisation"],
    testsMay: ["simulated-aws"],
    never: ["@pulumi/"],
    why: "A command reads arguments and files and calls the other packages. It has no logic of its own.",
  },
  workspace: {
    path: "^packages/workspace/",
    may: ["policy-kit", "policies"],
    never: ["@pulumi/"],
    why: "It describes policies from their data and runs none.",
  },
  examples: {
    path: "^examples/",
    may: ["components", "policies", "policy-kit", "policy-testing", "model"],
    never: [],
    why: "Examples are programs as users write them.",
  },
  bench: {
    path: "^bench/",
    may: ["model", "sources", "reports", "organisation", "policy-kit", "policies", "components", "tools"],
    never: [],
    why: "Benchmarks measure what users run, and its parts.",
  },
  e2e: {
    path: "^e2e/",
    may: [
      "model",
      "sources",
      "account",
      "organisation",
      "policy-kit",
      "policies",
      "components",
      "simulated-aws",
      "tools",
      "workspace",
      "examples",
    ],
    never: [],
    why: "End-to-end tests may use every package.",
  },
};

/** The layers between the folders of one package: a folder may import itself, and the folders and root files of `may`. */
export const folderLayers = {
  "packages/model/src": {
    count: { may: [], why: "Values that may be uncertain or refused know nothing of networks." },
    facts: { may: ["count"], why: "Facts are what sources read. They compute nothing." },
    account: { may: [], why: "A reading is what AWS answered. It computes nothing." },
    audit: {
      may: ["count", "facts", "addresses", "account", "access"],
      why: "An audit compares the interfaces of an account with what its functions hold. Plans do not know it.",
    },
    addresses: { may: ["count"], why: "Address arithmetic knows nothing of networks." },
    access: { may: ["count", "facts", "addresses"], why: "What rules and policies grant does not depend on who shares an ENI." },
    selections: { may: ["count", "facts"], why: "What a list stands for follows from its facts alone." },
    combinations: {
      may: ["count", "facts", "access", "selections"],
      why: "Combinations follow from facts and from what groups grant. Addresses and zones build on them.",
    },
    sets: { may: ["count", "facts", "selections", "combinations"], why: "The sets of a VPC follow from its counted combinations." },
    connectivity: {
      may: ["count", "facts", "selections", "combinations", "alignment"],
      why: "What functions can reach follows from facts and from what their lists stand for. It counts nothing.",
    },
    deletion: {
      may: ["count", "facts", "access", "selections", "combinations"],
      why: "What a destroy must keep follows from the combinations and from what roles grant.",
    },
    alignment: { may: ["count", "facts", "selections", "combinations"], why: "Alignment compares subnets of counted combinations." },
    functions: {
      may: ["count", "facts", "selections", "combinations", "alignment"],
      why: "A profile joins what the stack states of a function with its lists and their zones. It decides nothing.",
    },
    budget: {
      may: ["count", "facts", "addresses", "selections", "combinations"],
      why: "A budget counts the addresses that combinations and other consumers take.",
    },
    difference: {
      may: ["count", "facts", "selections", "combinations", "deletion", "budget"],
      why: "A difference compares what two plans and their budgets contain. Neither knows it.",
    },
    layout: { may: ["count", "facts", "addresses", "budget"], why: "A layout plans subnets for a budget. Nothing else plans." },
    history: { may: ["facts"], why: "The simulation also runs in a browser. It depends on limits of AWS alone." },
  },
  "packages/account/src": {
    calls: { may: [], why: "A call of AWS succeeds or fails in the same ways, whatever it is for." },
    reading: { may: ["calls"], why: "A reading is made of calls. It judges nothing." },
    network: { may: [], why: "What a reading means to policies follows from the reading alone. It makes no call." },
  },
  "packages/sources/src": {
    stack: { may: [], why: "One description of a stack's resources, however it was read." },
    views: { may: ["stack"], why: "A view reads one kind of file or call into a stack." },
    comparison: { may: ["stack"], why: "Which resources of two stacks are one follows from the stacks alone, however they were read." },
    vpc: { may: ["stack"], why: "Each AWS service is read on its own." },
    "security-groups": { may: ["stack"], why: "Each AWS service is read on its own." },
    roles: { may: ["stack"], why: "Each AWS service is read on its own." },
    lists: { may: ["stack", "vpc"], why: "Which lists a component can hand out follows from the routes of its subnets." },
    functions: { may: ["stack", "lists", "roles"], why: "A function names subnets, groups, and its execution role." },
    "address-consumers": { may: ["stack", "lists"], why: "Each AWS service is read on its own." },
  },
  "packages/components/src": {
    arguments: { may: [], why: "Every component reads and refuses arguments the same way." },
    "execution-role": { may: ["arguments"], why: "Roles, permissions and logs are the same for a function and for the trimmer." },
    trimming: { may: [], why: "Its modules are packed into Lambda. An import from outside would be missing there." },
    "shared-vpc-config": {
      may: ["arguments", "execution-role"],
      why: "It works without a Network, in any VPC. Its group waits for roles.",
    },
    network: { may: ["arguments"], why: "A network works without functions." },
    grants: { may: ["arguments", "execution-role"], why: "A grant is permissions of any role. What it grants is known by its ARN." },
    alias: { may: ["arguments"], why: "An alias names a version of any function." },
    "file-system": {
      may: ["arguments", "network", "shared-vpc-config"],
      why: "A file system is placed as a network is, and is a target of sets. Functions mount it.",
    },
    "resource-grants": {
      may: ["arguments", "grants", "function", "file-system"],
      why: "Programs grant access to resources. Functions take ARNs, as other languages do.",
    },
    "version-trimmer": { may: ["arguments", "execution-role", "trimming"], why: "A trimmer works for functions that it does not know." },
    function: {
      may: ["alias", "arguments", "execution-role", "grants", "shared-vpc-config", "version-trimmer"],
      why: "A function uses a shared configuration. It does not know where its subnets come from.",
    },
    "lambda-vpc": {
      may: ["arguments", "execution-role", "grants", "network", "shared-vpc-config", "version-trimmer", "function"],
      why: "LambdaVpc composes the other components. Nothing builds on it.",
    },
    schema: {
      may: ["components"],
      why: "The schema is inferred from the list of components when the package is built. No component reads it.",
    },
  },
  "packages/simulated-aws/src": {
    property: { may: [], why: "Property values are Pulumi's wire format. They know nothing of AWS." },
    "account/rows": { may: ["property"], why: "Rows are the format of an account's file: types without behaviour." },
    "account/store": { may: ["account/rows"], why: "Tables and transactions work the same for every service." },
    "account/vpc": { may: ["account/rows", "account/store"], why: "A VPC, its subnets and security groups exist without what uses them." },
    "account/permissions": { may: ["account/rows", "account/store"], why: "Permissions follow from policy documents alone." },
    "account/interfaces": {
      may: ["property", "account/rows", "account/store", "account/vpc", "account/permissions"],
      why: "Network interfaces take addresses of subnets, and Lambda deletes its own with the permissions of a role.",
    },
    "account/address-consumers": {
      may: ["account/rows", "account/store", "account/vpc", "account/interfaces"],
      why: "Services that place interfaces in subnets do not know each other or Lambda.",
    },
    "account/iam": {
      may: ["account/rows", "account/store", "account/interfaces"],
      why: "A change of a role's permissions can orphan interfaces.",
    },
    "account/lambda": {
      may: ["account/rows", "account/store", "account/vpc", "account/permissions", "account/interfaces"],
      why: "Functions hold interfaces. They do not know other services.",
    },
    schema: { may: ["property"], why: "The Terraform bridge's rules follow from a schema and values, never from the account." },
    "api/operation": { may: ["account/store"], why: "What an operation is does not depend on any service or encoding." },
    "api/protocol": { may: ["account/store", "api/operation"], why: "An encoding works for every operation. It knows no service." },
    "api/ec2": {
      may: ["account", "api/operation"],
      why: "A service answers from the account's rows. It does not know how answers are encoded.",
    },
    "api/lambda": {
      may: ["property", "account", "api/operation"],
      why: "A service answers from the account's rows. It does not know how answers are encoded.",
    },
    "api/services": {
      may: ["account", "api/operation"],
      why: "A service answers from the account's rows. It does not know how answers are encoded.",
    },
    "api/cloudwatch": {
      may: ["account", "api/operation"],
      why: "Metrics follow from the functions of the account. They do not know the API of Lambda.",
    },
    "api/s3": {
      may: ["account/store", "api/operation"],
      why: "Objects are files of a folder. No account contains them.",
    },
    "api/cloudtrail": {
      may: ["account", "api/operation"],
      why: "An event has what a call requested. CloudTrail does not know how the service answered.",
    },
    "api/config": {
      may: ["account", "api/operation", "api/ec2", "api/lambda"],
      why: "AWS Config records what the other services report. They do not know it.",
    },
    "api/server": {
      may: ["account", "api"],
      why: "The server knows all services and encodings. It does not know where the account is stored.",
    },
    invocation: {
      may: ["account", "api/operation", "api/lambda"],
      why: "Code of a function calls the operations of Lambda. It does not know Pulumi's resources.",
    },
    "resources/definition": {
      may: ["property", "schema", "account/store", "invocation"],
      why: "What a resource type is does not depend on any one of them.",
    },
    "resources/vpc": {
      may: ["property", "schema", "account", "resources/definition"],
      why: "Resource types do not know each other across services.",
    },
    "resources/adopted": {
      may: ["property", "schema", "account", "resources/definition", "resources/vpc"],
      why: "A default resource is described as the resource that it is. Only its creation and deletion differ.",
    },
    "resources/address-consumers": {
      may: ["property", "schema", "account", "resources/definition"],
      why: "Resource types do not know each other across services.",
    },
    "resources/iam": {
      may: ["property", "schema", "account", "resources/definition"],
      why: "Resource types do not know each other across services.",
    },
    "resources/lambda": {
      may: ["property", "schema", "account", "invocation", "resources/definition"],
      why: "Resource types do not know each other across services. Invocation resources run code.",
    },
    "resources/cloudfront": {
      may: ["property", "schema", "account", "resources/definition"],
      why: "Resource types do not know each other across services.",
    },
    "resources/logs": {
      may: ["property", "schema", "account", "resources/definition"],
      why: "Resource types do not know each other across services.",
    },
    "pass-through/known-types": {
      may: ["property", "pass-through"],
      why: "Rules for outputs are data about a type. They do not make outputs.",
    },
    "pass-through/address-consumers": {
      may: ["property", "account", "resources/definition", "pass-through"],
      why: "What takes addresses is decided by properties. It does not depend on made-up outputs.",
    },
    "pass-through": {
      may: ["property", "schema", "account", "resources/definition", "pass-through/known-types"],
      why: "A type that is passed through follows from the schema of the provider, not from other types.",
    },
    lookups: { may: ["property", "account", "resources"], why: "A lookup describes rows as the resource type does." },
    storage: { may: ["account"], why: "A file holds transactions. It does not know who makes them." },
    provider: {
      may: ["property", "schema", "account", "resources", "pass-through", "lookups", "storage"],
      why: "The provider serves all of it over gRPC. Only the entry points import it.",
    },
    generation: { may: ["account"], why: "A generated seed is the content of a file. It does not know who reads it." },
    command: {
      may: ["property", "schema", "account", "resources", "storage", "api", "generation"],
      why: "The command works on the account's file without a provider.",
    },
  },
  "packages/policy-kit/src": {
    configuration: { may: [], why: "Reading a configuration needs no policy." },
    fix: { may: [], why: "A fix is data, and its text follows from it." },
    findings: { may: ["fix"], why: "A finding and its text do not depend on the policy that reports it." },
    policy: { may: ["configuration", "fix", "findings"], why: "A policy is complete without a pack." },
    settings: { may: ["configuration", "findings", "policy"], why: "A setting reviews what policies found. It does not know the pack." },
    output: { may: ["findings", "settings"], why: "What leaves a pack is complete, without secrets, and fits, whoever decided it." },
    pack: { may: ["configuration", "findings", "policy", "settings", "output"], why: "Only a pack knows all of them, and the policy SDK." },
    assessment: {
      may: ["configuration", "fix", "findings", "policy", "settings", "output", "pack"],
      why: "An assessment runs a pack without an engine. No pack needs one.",
    },
    serving: { may: ["supported-node"], why: "It starts and ends the process of a pack. It must run where nothing else can be loaded." },
  },
  "policies/function-networking/src": {
    use: { may: [], why: "What policies read from the network does not depend on any policy." },
    roles: { may: ["use"], why: "A policy imports no policy of another concept." },
    deletion: { may: ["use"], why: "A policy imports no policy of another concept." },
    connectivity: { may: ["use"], why: "A policy imports no policy of another concept." },
    "refused-by-aws": { may: ["use"], why: "A policy imports no policy of another concept." },
  },
  "packages/policy-testing/src": {
    program: { may: [], why: "A program is built without a policy." },
    judgement: { may: ["program"], why: "One run of a policy over one program." },
    server: { may: ["program", "judgement"], why: "The policy server must report what one run reports." },
    table: { may: ["program", "judgement", "server"], why: "A table runs each row in every way." },
  },
  "packages/reports/src": {
    document: { may: [], why: "The document is plain data. It does not know who renders it." },
    page: { may: [], why: "What every page consists of. Pages of other packages use it too." },
    "report-page": { may: ["page"], why: "What the report shows is also computed in a browser, where no document is read." },
    format: {
      may: ["document", "page", "report-page"],
      why: "A format renders the document and nothing else, so all formats have the same numbers.",
    },
    difference: { may: ["document", "format"], why: "A difference compares two assessments. No format of one assessment knows it." },
    "audit-page": {
      may: ["page", "report-page"],
      why: "What the page of an audit shows is also computed in a browser, where no document is read.",
    },
    audit: {
      may: ["document", "format", "page", "audit-page"],
      why: "An audit is about an account, and an assessment about a stack. They share the form of findings.",
    },
    deletion: { may: ["document", "format", "page", "audit"], why: "An answer is a part of an audit. No format of an audit knows it." },
  },
  "packages/organisation/src": {
    dataset: { may: [], why: "Rows follow from what was read, whoever reads it and whatever engine stores it." },
    aws: { may: [], why: "Why AWS did not answer is the same for each service." },
    collect: { may: ["dataset", "aws"], why: "A source is read without a dataset, so that it can be tried alone." },
    views: { may: ["dataset"], why: "A view is a text over the tables of the schema. It knows no engine but by its dialect." },
    duckdb: { may: ["dataset", "views"], why: "Only this folder loads DuckDB." },
    report: { may: ["views", "duckdb"], why: "A report asks views by a function that runs a query, on any engine." },
    trino: { may: ["duckdb"], why: "A client of Trino returns what a session of DuckDB returns." },
    athena: { may: ["duckdb", "aws"], why: "A client of Athena returns what a session of DuckDB returns." },
  },
  "packages/cli/src": {
    organisation: { may: ["command", "organisation/page"], why: "A command imports no other command." },
    "organisation/page": { may: ["command"], why: "What the page computes with also runs in a browser, where no file can be read." },
    audit: { may: ["command", "assess"], why: "An audit reads an account. It assesses no stack." },
    "file-text": { may: [], why: "The text of a file, whole or in parts, does not depend on who reads it." },
    command: { may: ["file-text"], why: "What all commands share knows none of them." },
    configuration: { may: ["command"], why: "A command imports no other command." },
    baseline: { may: ["file-text", "command", "configuration"], why: "A baseline of a state runs the pack that it loads." },
    assess: { may: ["file-text", "command", "configuration"], why: "A stack is assessed with the pack that is loaded." },
    "explain/errors": { may: [], why: "What is known of errors is data." },
    explain: { may: ["command", "configuration", "explain/errors"], why: "Policies are explained from the pack that is loaded." },
    comment: {
      may: ["command", "configuration", "assess", "diff"],
      why: "A comment is a difference for a host. Only this folder knows hosts.",
    },
    diff: { may: ["command", "configuration", "assess"], why: "A difference compares two stacks, each assessed as the other commands do." },
    init: { may: ["command"], why: "A command imports no other command." },
    "simulate/page": { may: ["simulate/figures"], why: "What the page computes with also runs in a browser, where no file can be read." },
    "simulate/figures": { may: [], why: "The texts of figures are the same in every format." },
    simulate: { may: ["command", "simulate/page", "simulate/figures"], why: "A command imports no other command." },
    preview: { may: ["command", "configuration"], why: "A preview first renames former ids in the configuration." },
  },
  "packages/workspace/src": {
    packs: { may: [], why: "Packs are read from their files and compiled modules." },
    citations: { may: [], why: "Citations are checked over plain text. No pack is loaded." },
    layout: { may: [], why: "The layout is checked over paths alone." },
    documents: {
      may: ["packs", "citations"],
      why: "Documents are generated from packs, and from pages as the checks of citations read them. No check reads a generated document.",
    },
    "provider-schema": { may: [], why: "The schema follows from the declarations of the SDK alone." },
  },
  "tools/engine/src": {
    errors: { may: [], why: "Every part may fail with an exit code of this tool." },
    process: { may: [], why: "Processes are started and ended without knowledge of Pulumi." },
    search: {
      may: ["errors", "process", "from-source"],
      why: "The search imports from-source only when it runs it. Users of a vendor CLI load none of it.",
    },
    "from-source": { may: ["errors", "process", "search"], why: "Only this folder builds executables." },
    simulated: { may: ["errors", "process", "search"], why: "An engine runs over a simulated account." },
    command: { may: ["errors", "process", "search", "simulated"], why: "The command line runs an engine in the foreground." },
  },
};
