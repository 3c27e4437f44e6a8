import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** A certificate and its key, as TLS servers take them. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const day = 86_400_000;
const common = { keyType: 'ec', algorithm: 'sha256' } as const;

/** Names the folder of the authority that this run's processes trust. */
const folderVariable = 'TEST_AUTHORITY';

/** A certificate authority that exists for one run of the tests. */
export class CertificateAuthority {
  readonly #root: Certificate;

  private constructor(root: Certificate) {
    this.#root = root;
  }

  static async create(): Promise<CertificateAuthority> {
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'Test Authority' }], {
      ...common,
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    });
    return new CertificateAuthority({ cert, key });
  }

  /** The one that this process and the extension hosts it starts trust. */
  static ofRun(): CertificateAuthority {
    const folder = process.env[folderVariable];
    if (!folder) throw new Error('The authority is made by test/run.ts: run the tests through npm.');
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    return new CertificateAuthority({ cert: read('root.pem'), key: read('key.pem') });
  }

  /**
   * Makes one for a run, and the environment in which Node trusts it. Node reads that only when it starts, so
   * the tests cannot do it for themselves.
   */
  static async forRun(): Promise<NodeJS.ProcessEnv> {
    const folder = mkdtempSync(join(tmpdir(), 'video-rooms-authority-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const { cert, key } = (await CertificateAuthority.create()).#root;
    const extra = join(folder, 'trusted.pem');
    const before = process.env.NODE_EXTRA_CA_CERTS;
    writeFileSync(join(folder, 'root.pem'), cert);
    writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 });
    writeFileSync(extra, before ? `${readFileSync(before, 'utf8')}\n${cert}` : cert);
    return { [folderVariable]: folder, NODE_EXTRA_CA_CERTS: extra };
  }

  /** The root, which whoever trusts the authority needs. */
  get root(): string {
    return this.#root.cert;
  }

  /** A certificate for these names or addresses; valid until tomorrow if not told otherwise. */
  async issue(names: readonly string[], until = Date.now() + day): Promise<Certificate> {
    const { cert, private: key } = await generate([{ name: 'commonName', value: names[0] ?? '' }], {
      ...common,
      ca: this.#root,
      notBeforeDate: new Date(until - 2 * day),
      notAfterDate: new Date(until),
      extensions: [
        { name: 'basicConstraints', cA: false },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: names.map((name) =>
            /^[\d.]+$/.test(name) ? { type: 7, ip: name } : { type: 2, value: name },
          ),
        },
      ],
    });
    return { cert, key };
  }
}
