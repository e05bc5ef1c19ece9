const { appendFileSync } = require('node:fs');

const { reporters } = require('mocha');

/** Prints as people like to read it, and adds the figures of the run to TEST_REPORT if it is set. */
module.exports = class Reporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.TEST_REPORT;
    runner.once('end', () => {
      if (file) appendFileSync(file, `${JSON.stringify({ stats: this.stats })}\n`);
    });
  }
};
