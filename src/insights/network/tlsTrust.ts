import { createSecureContext, getCACertificates, rootCertificates, type SecureContext } from 'node:tls';
import { Worker } from 'node:worker_threads';

/**
 * The certificates that TLS trusts: Mozilla's list, `NODE_EXTRA_CA_CERTS`, and optionally the operating
 * system's.
 *
 * Created once, at the first request: reading the system's certificates takes 100 ms or more, and a
 * connection that gets a list parses all of it again. Duplicates are removed.
 */
export async function tlsTrust(systemCertificates: boolean): Promise<SecureContext> {
  const system = systemCertificates ? await readSystemCertificates() : [];
  return createSecureContext({
    ca: [...new Set([...rootCertificates, ...system, ...getCACertificates('extra')])],
  });
}

/** Runs in a worker: reading blocks, and all extensions of a window share the main thread. */
async function readSystemCertificates(): Promise<readonly string[]> {
  const read =
    "require('node:worker_threads').parentPort.postMessage(require('node:tls').getCACertificates('system'))";
  const worker = new Worker(read, { eval: true });
  try {
    return await new Promise<readonly string[]>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The worker ended with code ${code}`)));
    });
  } catch {
    return getCACertificates('system'); // No worker could be started.
  }
}
