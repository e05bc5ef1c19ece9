const { appendFileSync } = require('node:fs');

const { reporters } = require('mocha');

/**
 * Prints as people like to read it, and adds the figures of the run to TEST_REPORT if it is set,
 * with the names of what failed and why.
 */
module.exports = class Reporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.TEST_REPORT;
    const failed = [];
    runner.on('fail', (test, error) => failed.push(`${test.fullTitle()}\n${why(error)}`));
    runner.once('end', () => {
      if (file) appendFileSync(file, `${JSON.stringify({ stats: this.stats, failed })}\n`);
    });
  }
};

const why = (error) => String(error.stack ?? error).slice(0, 2000);
