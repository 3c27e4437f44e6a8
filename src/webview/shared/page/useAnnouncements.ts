import { useEffect, useRef } from 'preact/hooks';
import { usePageContext } from './pageContext.ts';

/** The part of a page's state that is announced to screen readers. */
export interface Announcements {
  readonly loading: boolean;
  /** Identifies the content: when it changes, the outcome is announced again. */
  readonly subject: string | undefined;
  /** Sentences about the content; empty for a failure, which is an alert and announced as such. */
  readonly outcome: readonly (string | undefined)[];
}

/**
 * Announces once that content is loading, and once the outcome; content that needs no loading is announced at
 * once. Changes that the user did not request, such as of a room in progress, are not announced.
 */
export function useAnnouncements({ loading, subject, outcome }: Announcements): void {
  const { announcer, labels } = usePageContext();
  const announced = useRef<{ readonly loading: boolean; readonly subject: string | undefined }>(undefined);
  useEffect(() => {
    const before = announced.current;
    if (before?.loading === loading && before.subject === subject) return;
    announced.current = { loading, subject };
    if (loading) {
      announcer.say(labels.loading);
      return;
    }
    announcer.retract(labels.loading);
    if (outcome.length === 0) announcer.hush();
    else announcer.say(...outcome.filter((sentence) => sentence !== undefined));
  });
}
