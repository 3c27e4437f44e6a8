import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { shot } from '../host/screenshots.ts';
import { webviewPage } from '../host/workbench.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import { type ForwardProxy, startForwardProxy } from '../network/forwardProxy.ts';
import { faultTable } from './faults/faultTable.ts';
import { type Told, Trial } from './faults/trial.ts';
import { axeViolations } from './steps/axe.ts';
import { useStage } from './steps/stage.ts';
import { row } from './steps/tree.ts';

/** A name that only the proxy knows. */
const name = 'insights.twilio.invalid';
const origin = `https://${name}`;
const everywhere = (title: string) => ({ list: title, panel: title });
const untrusted = everywhere('The server’s certificate is not trusted');
const proxySteps = ['Retry', 'Proxy Settings', 'Show Log'];

interface NetworkFault extends Told {
  readonly begin: () => void | Promise<void>;
  readonly end: () => void | Promise<void>;
}

describe('a proxy and certificates that misbehave', () => {
  const authority = CertificateAuthority.ofRun();
  let proxy: ForwardProxy;
  const route = (target: string) => (target === `${name}:443` ? stage.api.port : undefined);
  const certificate = () => authority.issue([name]);

  const stage = useStage(async () => {
    proxy = await startForwardProxy({ route });
    return {
      shared: 'takes' as const,
      settings: {
        'videoRooms.refreshInterval': 0,
        'videoRooms.requestTimeout': 20,
        'videoRooms.apiBaseUrl': origin,
        'http.proxy': proxy.url,
      },
      api: { tls: await certificate(), origin },
    };
  });
  const trial = new Trial(stage);

  before(() => trial.prepare(sampleRooms.dropped.name));

  after(async () => {
    console.log(faultTable.toString());
    await proxy.close();
  });

  async function present(made: Promise<{ cert: string; key: string }>): Promise<void> {
    stage.api.useCertificate(await made);
    proxy.cut();
  }

  const trusted = () => present(certificate());

  function refusing(status: number | undefined): () => void {
    return () => {
      proxy.refusal = status;
      proxy.cut();
    };
  }

  const faults: readonly NetworkFault[] = [
    {
      name: 'a certificate that has expired',
      said: untrusted,
      begin: () => present(authority.issue([name], Date.now() - 1000)),
      end: trusted,
    },
    {
      name: 'a certificate for another name',
      said: untrusted,
      begin: () => present(authority.issue(['other.invalid'])),
      end: trusted,
    },
    {
      name: 'a certificate of an authority that nobody knows',
      said: untrusted,
      begin: async () => present((await CertificateAuthority.create()).issue([name])),
      end: trusted,
    },
    {
      name: 'a proxy that asks for a sign-in (407)',
      said: everywhere('The proxy requires authentication'),
      detail: /http\.proxy.*status 407/,
      steps: proxySteps,
      begin: refusing(407),
      end: refusing(undefined),
    },
    {
      name: 'a proxy that forbids the address (403)',
      said: everywhere('The proxy refused the connection'),
      steps: proxySteps,
      begin: refusing(403),
      end: refusing(undefined),
    },
    {
      name: 'a proxy that cannot reach the address (502)',
      said: everywhere('The proxy cannot reach Twilio'),
      steps: proxySteps,
      begin: refusing(502),
      end: refusing(undefined),
    },
    {
      name: 'a proxy that is away',
      said: everywhere('The proxy cannot be reached'),
      steps: proxySteps,
      begin: () => proxy.close(),
      end: async () => {
        proxy = await startForwardProxy({ route, port: proxy.port });
      },
    },
    {
      name: 'a proxy that takes requests and says nothing',
      said: everywhere('The proxy does not respond'),
      steps: proxySteps,
      lasting: 5,
      begin: () => {
        proxy.silent = true;
        proxy.cut();
      },
      end: () => {
        proxy.silent = false;
        proxy.cut();
      },
    },
  ];
  for (const { begin, end, ...told } of faults) {
    it(`has its words, keeps what there is, and is over with Retry: ${told.name}`, () =>
      trial.run({ ...told, before: true }, begin, end));
  }

  it('leads from a proxy that asks for a sign-in to its settings, in every theme', async () => {
    const { page } = stage;
    refusing(407)();
    await trial.refresh();
    const shown = webviewPage(page);
    const banner = shown.getByRole('alert').filter({ hasText: 'The proxy requires authentication' });
    await banner.waitFor();
    await row(page, 'The proxy requires authentication').waitFor();
    for (const theme of ['light', 'dark', 'highContrast'] as const) {
      await stage.setTheme(theme);
      await shown.locator(`body.vscode-${theme === 'highContrast' ? 'high-contrast' : theme}`).waitFor();
      await shot(page, `proxy ${theme}`);
      assert.deepEqual(await axeViolations(shown), []);
    }
    await banner.getByRole('button', { name: 'Proxy Settings' }).click();
    await page.getByText('The proxy setting to use').filter({ visible: true }).first().waitFor();
    await shot(page, 'proxy settings');
  });
});
