import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { extensionFolder } from './folders.ts';

/** A running sample API server. */
export interface SampleApi {
  /** Its address, as `videoRooms.apiBaseUrl` takes it. */
  url: string;
  close(): void;
}

/** Environment under which the extension signs in to the sample API. */
export const sampleCredentials = {
  TWILIO_API_KEY: `SK${'0'.repeat(32)}`,
  TWILIO_API_SECRET: 'sample-secret',
  // Someone's real account must not be taken in its place.
  TWILIO_ACCOUNT_SID: undefined,
  TWILIO_AUTH_TOKEN: undefined,
};

/**
 * Starts the sample API in a process of its own, as `npm run sample` does, and waits for the address that it
 * prints.
 *
 * @throws Error with its output when it ends before that
 */
export async function startSampleApi(): Promise<SampleApi> {
  const server = join(extensionFolder, 'test', 'sampleServer', 'main.ts');
  const child = spawn(process.execPath, [server], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = () => void child.kill();
  process.once('exit', kill);
  return { url: await printedAddress(child), close: kill };
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const found = /http:\/\/(127\.0\.0\.1|localhost):\d+/.exec(output);
      if (found) resolve(found[0]);
    });
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`The sample API ended with code ${code}:\n${output}`)));
  });
}
