/** What a program is warned of today stops it with the next version of what it uses: a spec file in which Node warns has failed. */
import { TestEnvironment } from 'jest-environment-node';
import { setImmediate } from 'node:timers/promises';

export default class WarnedEnvironment extends TestEnvironment {
  #warnings = [];
  #heard = (warning) => this.#warnings.push(warning);

  async setup() {
    await super.setup();
    process.on('warning', this.#heard);
  }

  async teardown() {
    process.off('warning', this.#heard);
    await super.teardown();
  }

  async handleTestEvent({ name }, state) {
    if (name !== 'run_finish') return;
    // Node tells of a warning in the turn after it.
    await setImmediate();
    state.unhandledErrors.push(...this.#warnings.filter(({ name: kind }) => kind !== 'ExperimentalWarning'));
  }
}
