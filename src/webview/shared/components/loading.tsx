import { usePageContext } from '../page/pageContext.ts';
import { Icon } from './icon.tsx';

import './alone.css';

/** Shown as the whole page until there is something else to show. */
export function Loading() {
  const { labels } = usePageContext();
  return (
    <div class="alone">
      <Icon name="loading" spin />
      <h1 class="quiet" tabIndex={-1}>
        {labels.loading}
      </h1>
    </div>
  );
}
