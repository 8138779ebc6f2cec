const { default: Sequencer } = require("@jest/test-sequencer");

/** The suites that take more than a minute, the slowest first. Jest would sort by the size of the files on a new machine, and end with one of these alone. */
const slow = [
  "components/examples",
  "cases/deletion",
  "pages/pages",
  "agreement/deletion/deletion-property",
  "cases/simulation",
  "bridge",
  "cases/execution-roles",
  "examples/examples",
  "cli/baseline",
];

module.exports = class SlowFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = slow.findIndex((suite) => path.endsWith(`/src/${suite}.test.ts`));
      return place < 0 ? slow.length : place;
    };
    return super.sort(tests).toSorted((left, right) => rank(left) - rank(right));
  }
};
