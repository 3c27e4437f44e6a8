import { useEffect, useRef } from 'preact/hooks';
import { usePageContext } from './pageContext.ts';

/** What a page shows, as far as screen readers are told of it. */
export interface Announcements {
  readonly loading: boolean;
  /** What this is about: when it is another, the outcome is said anew. */
  readonly subject: string | undefined;
  /** What there is now, a sentence each; none where that speaks for itself, as a failure does, being an alert. */
  readonly outcome: readonly (string | undefined)[];
}

/**
 * Says that something is being loaded and then what has come, each once; and at once what needed no loading. A change
 * that nobody asked for, as of a room in progress, is not said.
 */
export function useAnnouncements({ loading, subject, outcome }: Announcements): void {
  const { announcer, words } = usePageContext();
  const said = useRef<{ readonly loading: boolean; readonly subject: string | undefined }>(undefined);
  useEffect(() => {
    const before = said.current;
    if (before?.loading === loading && before.subject === subject) return;
    said.current = { loading, subject };
    if (loading) {
      announcer.say(words.loading);
      return;
    }
    announcer.retract(words.loading);
    if (outcome.length === 0) announcer.hush();
    else announcer.say(...outcome.filter((sentence) => sentence !== undefined));
  });
}
