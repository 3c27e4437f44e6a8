import { t } from '@vscode/l10n';
import type { LoadView, OverviewButton } from '../../protocol/overview.ts';
import type { LoadProgress } from '../../rooms/overview/participantLoad.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import { joinSentences } from '../../text/joinText.ts';
import type { ChartContext } from './chartContext.ts';

/** How far the participants are known, and the button that loads the rest, with what it costs. */
export function loadView(drawing: ChartContext, load: LoadProgress | undefined): LoadView {
  const { format } = drawing;
  if (load?.state === 'running') {
    const words = t('Loading participants: {0}', format.roomsOf(load.done, load.total));
    return {
      text: words,
      progress: load.total > 0 ? load.done / load.total : 0,
      ...problem(drawing, load),
      buttons: [{ action: 'cancelParticipants', label: t('Cancel'), icon: 'stop-circle' }],
    };
  }
  return { text: known(drawing, load), ...problem(drawing, load), buttons: loadButtons(drawing, load) };
}

function known({ counts, format }: ChartContext, load: LoadProgress | undefined): string {
  const { known, rooms } = counts;
  const so =
    known === rooms
      ? t('Participants are known of all {0}.', format.rooms(rooms))
      : t('Participants are known of {0}.', format.roomsOf(known, rooms));
  return load?.state === 'cancelled' ? joinSentences([t('Cancelled; what has come is kept.'), so]) : so;
}

function problem({ format }: ChartContext, load: LoadProgress | undefined): Pick<LoadView, 'problem'> {
  if (!load || load.failed === 0) return {};
  const failed = t('{0} could not be loaded', format.rooms(load.failed));
  const why = load.error === undefined ? '' : explainFailure(load.error).title;
  const words = why ? t('{0}: {1}.', failed, why) : t('{0}.', failed);
  return {
    problem:
      load.state === 'stopped'
        ? joinSentences([t('Stopped, because one after the other failed.'), words])
        : words,
  };
}

function loadButtons({ counts, format }: ChartContext, load: LoadProgress | undefined): OverviewButton[] {
  const { toLoad, changed, requests } = counts;
  if (requests === 0) return [];
  const cost = format.requests(requests);
  const label =
    toLoad > 0
      ? t('Load participants of {0} ({1})', format.rooms(toLoad + changed), cost)
      : t('Load participants anew of {0} that may have changed ({1})', format.rooms(changed), cost);
  const failed = load && load.failed > 0 && load.state !== 'cancelled';
  return [
    {
      action: 'loadParticipants',
      label: failed ? t('Retry: {0}', label) : label,
      icon: failed ? 'refresh' : 'cloud-download',
    },
  ];
}
