import { t } from '@vscode/l10n';
import type { PageLabels } from '../../protocol/roomPage.ts';

/** The labels of the page, in the editor's language. */
export function pageLabels(): PageLabels {
  return {
    copyJson: t('Copy JSON'),
    openJson: t('Open JSON'),
    copyReport: t('Copy Report'),
    watch: t('Watch'),
    stopWatching: t('Stop Watching'),
    refresh: t('Refresh'),
    saveRoom: t('Save…'),
    copyValue: t('Copy value'),
    copied: t('Copied'),
    copyFailed: t('Not copied'),
    loading: t('Loading…'),
    properties: t('Properties'),
    participants: t('Participants'),
    missing: t('not sent'),
    null: t('Twilio sent null'),
    invalid: t('unexpected value'),
    opensInBrowser: t('opens in the browser'),
    whatHappened: t('What happened'),
    findings: t('Findings'),
    usually: t('Usually'),
    toCheck: t('To check'),
    moreAtTwilio: t('More at Twilio'),
    showInTimeline: t('Show in the timeline'),
    timeline: t('Timeline'),
    people: t('In the room'),
    zoomIn: t('Zoom in'),
    zoomOut: t('Zoom out'),
    wholeCall: t('Whole call'),
    timelineHelp: t(
      'Arrow keys go from stay to stay, Enter chooses one, + and − zoom, 0 shows the whole call.',
    ),
    details: t('Participant'),
    close: t('Close'),
    compareJson: t('Compare JSON'),
    property: t('Property'),
  };
}
