import type { EmptyView } from '../../protocol/overview.ts';
import { ActionButton } from '../shared/actionButton.tsx';

import '../shared/alone.css';

/** There is nothing to count, and what can be done about it. */
export function Empty({ empty }: { readonly empty: EmptyView }) {
  return (
    <div class="alone">
      <h1 tabIndex={-1}>{empty.title}</h1>
      <p class="why">{empty.detail}</p>
      <div class="actions">
        {empty.actions.map(({ action, label, icon }, index) => (
          <ActionButton key={action} action={action} label={label} icon={icon} primary={index === 0} />
        ))}
      </div>
    </div>
  );
}
