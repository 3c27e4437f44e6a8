import { runSuite } from '../host/suite.ts';
import { hostRetries } from '../suites.ts';

/** VS Code calls it inside the extension host. */
export const run = (): Promise<void> => runSuite(import.meta.dirname, 20_000, hostRetries);
