import { t } from '@vscode/l10n';
import {
  type Disposable,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
  ThemeIcon,
  window,
} from 'vscode';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import type {
  ParticipantMatch,
  ParticipantSearch,
  SearchProgress,
} from '../../rooms/search/participantSearch.ts';
import { windowText } from '../../rooms/window/timeWindow.ts';
import { escapeIcons } from '../../text/escape.ts';
import { joinList, separator } from '../../text/joinText.ts';
import { fullName } from '../../text/names/participantLabels.ts';
import { participantLine } from '../../text/participantText.ts';
import { roomTitle } from '../../text/roomText.ts';
import { afterName } from '../../unicode/isolate.ts';
import type { SearchDependencies } from './dependencies.ts';

/** A search that needs more requests than this asks for confirmation. */
const confirmAboveRequests = 50;
/** Milliseconds between two updates of the list, so that it stays readable. */
const debounceMs = 150;

export interface PersonPick extends QuickPickItem {
  readonly room?: Room;
  readonly participant?: Participant;
  /** Starts the search in rooms whose participants are not loaded. */
  readonly search?: true;
  /** Asks for another time window and searches there. */
  readonly widen?: true;
}

/** Shows the progress and the results of a search in a QuickPick; starts and stops it. */
export class ParticipantPicker implements Disposable {
  readonly #pick: QuickPick<PersonPick>;
  readonly #search: ParticipantSearch;
  readonly #deps: SearchDependencies;
  #running: AbortController | undefined;
  #renderTimer: NodeJS.Timeout | undefined;
  #progress: SearchProgress | undefined;
  #ended = false;

  constructor(pick: QuickPick<PersonPick>, search: ParticipantSearch, deps: SearchDependencies) {
    this.#pick = pick;
    this.#search = search;
    this.#deps = deps;
  }

  /** The text has changed: searches the loaded participants at once. */
  typed(): void {
    this.#end();
    this.#progress = this.#search.known(this.#pick.value);
    this.#render();
  }

  /** Searches all rooms; confirms first if that needs many requests. */
  async search(): Promise<void> {
    const typed = this.#pick.value;
    const { cost } = this.#search;
    if (cost > confirmAboveRequests && !(await this.#confirm(cost))) return;
    if (this.#ended) return; // The account was switched.
    const running = new AbortController();
    this.#running = running;
    this.#pick.busy = true;
    this.#render();
    await this.#search.run(typed, running.signal, (progress) => {
      if (running.signal.aborted) return;
      this.#progress = progress;
      this.#renderTimer ??= setTimeout(() => this.#render(), debounceMs);
    });
    if (!running.signal.aborted) this.stop();
  }

  /** Handles the button above the list, which starts the search or stops it. */
  pressed(): void {
    if (this.#running) this.stop();
    else void this.search();
  }

  /** Stops the running search; loaded participants stay in the store. */
  stop(): void {
    this.#end();
    this.#render();
  }

  dispose(): void {
    this.#ended = true;
    this.#running?.abort();
    clearTimeout(this.#renderTimer);
    this.#renderTimer = undefined;
    this.#pick.dispose();
  }

  #end(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#pick.busy = false;
  }

  async #confirm(cost: number): Promise<boolean> {
    const { format } = this.#deps.formatSettings;
    const load = t('Load Participants');
    const answer = await window.showWarningMessage(
      t('Search {0}?', format.rooms(cost)),
      {
        modal: true,
        detail: t(
          'Their participants have to be loaded: about {0} requests to Twilio. You can stop at any time; what was loaded is kept.',
          format.number(cost),
        ),
      },
      load,
    );
    return answer === load;
  }

  #render(): void {
    clearTimeout(this.#renderTimer);
    this.#renderTimer = undefined;
    const progress = this.#progress;
    if (!progress) return;
    const { format } = this.#deps.formatSettings;
    const rest = progress.total - progress.searched - progress.failed;
    const found = progress.matches.flatMap((match) =>
      match.participants.map((participant) => this.#item(match, participant)),
    );
    const active = this.#pick.activeItems[0];
    const steps = this.#steps(rest, progress.failed, found.length);
    const items = [...found, ...steps];
    this.#pick.items = items;
    this.#pick.buttons = this.#buttons(steps);
    const same = items.find(
      ({ room, participant }) => room && room === active?.room && participant === active.participant,
    );
    if (same) this.#pick.activeItems = [same];
    const [count, searched] = [
      format.number(found.length),
      format.roomsOf(progress.searched, progress.total),
    ];
    this.#pick.title = format.titleOfTimes(
      this.#running
        ? t('Find Participant: {0} found, {1} searched…', count, searched)
        : t('Find Participant: {0} found, {1} searched', count, searched),
    );
  }

  #steps(rest: number, failed: number, found: number): PersonPick[] {
    const { format } = this.#deps.formatSettings;
    if (this.#running || this.#pick.value.trim() === '') return [];
    if (rest + failed === 0) return found > 0 ? [] : this.#otherWindow();
    return [
      {
        search: true,
        label: `$(search) ${t('Search the other {0}', format.rooms(rest + failed))}`,
        description: format.requests(rest + failed),
        ...(failed > 0 && { detail: t('{0} could not be searched', format.rooms(failed)) }),
        alwaysShow: true,
      },
    ];
  }

  /** After a search without hits: nothing but another time window can have the participant. */
  #otherWindow(): PersonPick[] {
    const { listOptions, formatSettings } = this.#deps;
    return [
      {
        widen: true,
        label: `$(calendar) ${t('Search in another time window…')}`,
        description: t('Not found in: {0}', windowText(listOptions.window, formatSettings.format)),
        alwaysShow: true,
      },
    ];
  }

  /** The last row's action as a button, visible also if many results push that row out of sight. */
  #buttons([step]: readonly PersonPick[]): QuickInputButton[] {
    if (this.#running) return [{ iconPath: new ThemeIcon('stop-circle'), tooltip: t('Stop') }];
    if (!step?.search) return [];
    const { format } = this.#deps.formatSettings;
    const { cost } = this.#search;
    const tooltip = joinList([t('Search the other {0}', format.rooms(cost)), format.requests(cost)]);
    return [{ iconPath: new ThemeIcon('search'), tooltip }];
  }

  #item({ room, labelOf }: ParticipantMatch, participant: Participant): PersonPick {
    const { format } = this.#deps.formatSettings;
    const label = labelOf(participant);
    const detail = [roomTitle(room), fullName(participant, label)].filter((text) => text !== undefined);
    return {
      room,
      participant,
      label: `$(person) ${escapeIcons(label)}`,
      description: afterName(label, participantLine(participant, room, format)),
      detail: escapeIcons(detail.join(separator)),
      alwaysShow: true,
    };
  }
}
