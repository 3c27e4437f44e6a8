/**
 * The codicons that the pages draw, by their names without `codicon-`. The build cuts the icon font down to them:
 * to draw another one, add it here.
 */
export const pageIcons = [
  'add',
  'archive',
  'arrow-up',
  'broadcast',
  'check',
  'chevron-right',
  'circle-outline',
  'clear-all',
  'close',
  'cloud-download',
  'compare-changes',
  'copy',
  'diff',
  'error',
  'eye',
  'eye-closed',
  'filter',
  'filter-filled',
  'graph-left',
  'history',
  'info',
  'json',
  'link-external',
  'loading',
  'pass',
  'question',
  'refresh',
  'save',
  'screen-full',
  'stop-circle',
  'warning',
  'zoom-in',
  'zoom-out',
] as const;

export type PageIcon = (typeof pageIcons)[number];
