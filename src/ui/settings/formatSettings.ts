import { type Disposable, EventEmitter, workspace } from 'vscode';
import { settings } from '../../ids.ts';
import { Format } from '../../text/format.ts';
import { displayLocale } from './displayLanguage.ts';

/** The format of times and numbers: from the display language and the setting `videoRooms.times`. */
export class FormatSettings implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #watching: Disposable;
  #format = readFormat();

  constructor() {
    this.#watching = workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(settings.times)) return;
      this.#format = readFormat();
      this.#changed.fire();
    });
  }

  get format(): Format {
    return this.#format;
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }
}

function readFormat(): Format {
  const times = workspace.getConfiguration().get(settings.times) === 'utc' ? 'utc' : 'local';
  return new Format({ locale: displayLocale(), times, now: () => Date.now() });
}
