import * as z from 'zod/mini';

/** What every page may ask its host to do. */
const commonActions = ['showLog', 'proxySettings', 'signIn', 'sample'] as const;

/** What the page of each panel may ask, by the name of the page. */
export const pageActions = {
  room: z.enum([
    ...commonActions,
    'refresh',
    'retry',
    'copyJson',
    'openJson',
    'copySid',
    'copyReport',
    'watch',
    'stopWatching',
    'saveRoom',
    'openText',
  ]),
  compare: z.enum([...commonActions, 'compareJson']),
  overview: z.enum([
    ...commonActions,
    'refresh',
    'retry',
    'setWindow',
    'loadMore',
    'retryGaps',
    'clearFilter',
    'loadParticipants',
    'cancelParticipants',
  ]),
};

export type PageName = keyof typeof pageActions;

/** What a page may ask; without a name, any of them. */
export type PageAction<Page extends PageName = PageName> = z.infer<(typeof pageActions)[Page]>;

export type CommonAction = (typeof commonActions)[number];

/** What a page asks of its own panel. */
export type PanelAction<Page extends PageName> = Exclude<PageAction<Page>, CommonAction>;
