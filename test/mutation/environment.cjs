const { TestEnvironment } = require("jest-environment-node");

/**
 * Node.js, in which nothing more of a file runs once one of its tests has noticed a mutant, nor
 * what takes longer than all others together.
 */
module.exports = class extends TestEnvironment {
  isKilled = false;

  constructor(config, context) {
    super(config, context);
    this.without = config.projectConfig.testEnvironmentOptions.without;
  }

  handleTestEvent({ name, test }) {
    if (name === "test_done") this.isKilled ||= test.errors.length > 0;
    if (name !== "test_start") return;
    if (this.isKilled || this.without.some(title => test.name.includes(title))) test.mode = "skip";
  }
};
