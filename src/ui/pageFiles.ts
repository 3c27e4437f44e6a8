/** The bundle and the style sheets of a page, by their names; style sheets in their order. */
export interface PageFiles {
  readonly script: string;
  readonly styles: readonly string[];
}

/** Of the room panel and of comparisons. */
export const roomPageFiles: PageFiles = {
  script: 'room',
  styles: ['room', 'call', 'timeline', 'details', 'compare'],
};

export const overviewPageFiles: PageFiles = { script: 'overview', styles: ['room', 'overview'] };
