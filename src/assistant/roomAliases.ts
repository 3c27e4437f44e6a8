import { t } from '@vscode/l10n';
import type { Room } from '../insights/resources/room.ts';
import { plainText } from '../text/plainText.ts';

/** What rooms are called in answers: the same name always the same, as long as the account is. */
export class RoomNames {
  readonly #pseudonyms = new Map<string, string>();

  /** Empty where the room has no name. */
  of(room: Room, names: boolean): string {
    const name = room.read('room_name')?.trim();
    if (!name) return '';
    return names ? plainText(name) : this.#pseudonymOf(name);
  }

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
