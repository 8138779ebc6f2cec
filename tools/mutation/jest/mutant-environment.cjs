const NodeEnvironment = require("@stryker-mutator/jest-runner/jest-env/node");
const coverage = require("./coverage-file.cjs");

/** The mutant that a test has failed on. Jest cannot stop at a failure when Stryker runs it, so later tests are skipped. */
let killed;

/** The Jest environment of mutation tests: it skips the tests after the first failure, and records which mutants each test file reaches. */
module.exports = class MutantEnvironment extends NodeEnvironment {
  constructor(config, context) {
    super(config, context);
    this.testFile = context.testPath;
    this.mutant = process.env["__STRYKER_ACTIVE_MUTANT__"];
    this.started = Date.now();
    this.names = new Set();
    this.staticBefore = { ...this.coverage().static };
    if (this.mutant === undefined) killed = undefined;
    const record = this.handleTestEvent;
    this.handleTestEvent = async (event, state) => {
      await record?.call(this, event, state);
      if (event.name === "test_start") this.onStart(event.test);
      else if (event.name === "test_done" && event.test.errors.length > 0) killed = this.mutant;
    };
  }

  async teardown() {
    if (this.mutant === undefined) coverage.add(this.testFile, Date.now() - this.started, this.reached());
    await super.teardown();
  }

  onStart(test) {
    if (this.mutant === undefined) this.names.add(fullName(test));
    else if (killed === this.mutant) test.mode = "skip";
  }

  /** Stryker's counts: of loading modules, and of each test by name. */
  coverage() {
    const { static: ofLoading = {}, perTest = {} } =
      this.global[this.global["__strykerGlobalNamespace__"] ?? "__stryker__"]?.mutantCoverage ?? {};
    return { static: ofLoading, perTest };
  }

  reached() {
    const { static: ofLoading, perTest } = this.coverage();
    const loaded = Object.keys(ofLoading).filter((mutant) => ofLoading[mutant] !== this.staticBefore[mutant]);
    const tested = [...this.names].flatMap((name) => Object.keys(perTest[name] ?? {}));
    return [...new Set([...loaded, ...tested])];
  }
};

function fullName(test) {
  const names = [test.name];
  for (let block = test.parent; block?.parent; block = block.parent) names.unshift(block.name);
  return names.join(" ").trimStart();
}
