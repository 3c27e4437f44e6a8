import { t } from '@vscode/l10n';
import type { Room } from '../insights/resources/room.ts';
import { plainText } from '../text/plainText.ts';

/**
 * The names or pseudonyms of rooms in answers: a name always has the same pseudonym, until the account
 * changes.
 */
export class RoomNames {
  readonly #pseudonyms = new Map<string, string>();

  /** Empty if the room has no name. @param names whether the name itself may be shared */
  of(room: Room, names: boolean): string {
    const name = room.read('room_name')?.trim();
    if (!name) return '';
    return names ? plainText(name) : this.#pseudonymOf(name);
  }

  /** Drops all pseudonyms: the account has changed. */
  forget(): void {
    this.#pseudonyms.clear();
  }

  #pseudonymOf(name: string): string {
    const known = this.#pseudonyms.get(name);
    if (known) return known;
    const pseudonym = t('Room name {0}', this.#pseudonyms.size + 1);
    this.#pseudonyms.set(name, pseudonym);
    return pseudonym;
  }
}
