import * as z from 'zod/mini';

/** The actions that a page can request from its host. */
export const pageAction = z.enum([
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
  'compareJson',
  'showLog',
  'signIn',
  'proxySettings',
  'sample',
  'setWindow',
  'loadMore',
  'retryGaps',
  'clearFilter',
  'loadParticipants',
  'cancelParticipants',
]);

export type PageAction = z.infer<typeof pageAction>;
