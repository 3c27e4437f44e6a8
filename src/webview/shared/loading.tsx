import { Icon } from './icon.tsx';
import { useSurroundings } from './pageContext.ts';

import './alone.css';

/** The whole page, as long as there is nothing else to show. */
export function Loading() {
  const { words } = useSurroundings();
  return (
    <div class="alone">
      <Icon name="loading" spin />
      <h1 class="quiet" tabIndex={-1}>
        {words.loading}
      </h1>
    </div>
  );
}
