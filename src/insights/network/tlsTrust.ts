import { createSecureContext, getCACertificates, rootCertificates, type SecureContext } from 'node:tls';
import { Worker } from 'node:worker_threads';

/**
 * Whom TLS trusts: Mozilla's list, `NODE_EXTRA_CA_CERTS`, and the operating system's certificates if asked for.
 *
 * Made once, at the first request: reading the system's takes 100 ms and more, and a connection that is given a list
 * reads all of it anew. Each certificate is in it once.
 */
export async function tlsTrust(systemCertificates: boolean): Promise<SecureContext> {
  const system = systemCertificates ? await readSystemCertificates() : [];
  return createSecureContext({
    ca: [...new Set([...rootCertificates, ...system, ...getCACertificates('extra')])],
  });
}

/** In a thread of its own: all extensions of a window share the one that would wait. */
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
    return getCACertificates('system'); // Where no thread can be had.
  }
}
