import { t } from '@vscode/l10n';
import { type Disposable, EventEmitter, env, type Memento, UIKind, window, workspace } from 'vscode';
import { settings } from '../../ids.ts';
import { Format } from '../../text/format.ts';
import { isTimeZone, machineTimeZone } from '../../text/timeZone.ts';
import { chooseZone } from './chooseZone.ts';
import { displayLocale } from './displayLanguage.ts';

/** The zone of the user's screen, as a page last had it. */
const readerZoneKey = 'readerTimeZone';

/**
 * The format of times and numbers: from the display language, the settings `videoRooms.times` and
 * `videoRooms.timeZone`, and the zone of the user's screen.
 */
export class FormatSettings implements Disposable {
  readonly #state: Memento;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #watching: Disposable;
  #readerZone: string | undefined;
  #format: Format;

  constructor(state: Memento) {
    this.#state = state;
    const known = state.get(readerZoneKey);
    // On the user's own machine, what a page said before may be a place that they have left.
    if (!isReadersMachine() && isTimeZone(known)) this.#readerZone = known;
    this.#format = this.#readFormat();
    warnOfUnknownZone();
    this.#watching = workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(settings.times) && !change.affectsConfiguration(settings.timeZone))
        return;
      warnOfUnknownZone();
      this.#update();
    });
  }

  get format(): Format {
    return this.#format;
  }

  /** Takes the zone that a page has found on the user's screen; ignores what is no zone. */
  setReaderZone(name: string | undefined): void {
    if (!isTimeZone(name) || name === this.#readerZone) return;
    this.#readerZone = name;
    void this.#state.update(readerZoneKey, name);
    this.#update();
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }

  #update(): void {
    const format = this.#readFormat();
    const same = format.writesAs(this.#format);
    this.#format = format;
    if (!same) this.#changed.fire();
  }

  #readFormat(): Format {
    const configuration = workspace.getConfiguration();
    const sources = {
      times: configuration.get(settings.times) === 'utc' ? 'utc' : 'local',
      chosen: configuration.get(settings.timeZone),
      reader: this.#readerZone,
      machine: machineTimeZone(),
      isReadersMachine: isReadersMachine(),
    } as const;
    const zone = chooseZone(sources, Date.now());
    return new Format({ locale: displayLocale(), times: 'local', ...zone, now: () => Date.now() });
  }
}

/** Whether window and extension are on one machine: in a browser, or connected to another machine, they are not. */
function isReadersMachine(): boolean {
  return env.remoteName === undefined && env.uiKind === UIKind.Desktop;
}

function warnOfUnknownZone(): void {
  const name = workspace.getConfiguration().get(settings.timeZone);
  if (name === undefined || name === '' || isTimeZone(name)) return;
  void window.showWarningMessage(
    t(
      '“{0}” is not a time zone. Set {1} to a name such as “Europe/Berlin”.',
      String(name),
      settings.timeZone,
    ),
  );
}
