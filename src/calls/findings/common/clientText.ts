import { t } from '@vscode/l10n';
import type { Client, Software } from '../../analysis/client.ts';
import { valueInText } from './nameText.ts';

/** A client in a few words: "Chrome 104 on Windows", "twilio-video-ios 5 on iOS"; empty if nothing is known. */
export function clientText({ browser, sdk, platform, device }: Client): string {
  const program = browser ?? sdk;
  const name = program && softwareText(program);
  const place = device ?? platform?.name;
  if (!name) return place === undefined ? '' : valueInText(place);
  return place === undefined
    ? name
    : t({ message: '{0} on {1}', comment: ['Chrome 104 on Windows'], args: [name, valueInText(place)] });
}

/** "Chrome 104": the name with the major version. */
export function softwareText({ name, major }: Software): string {
  return major === undefined ? valueInText(name) : `${valueInText(name)} ${major}`;
}
