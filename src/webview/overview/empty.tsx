import type { EmptyView } from '../../protocol/overview.ts';
import { ActionButton } from '../shared/components/actionButton.tsx';

import '../shared/components/alone.css';

/** Replaces the charts if there are no rooms; offers next steps. */
export function Empty({ empty }: { readonly empty: EmptyView }) {
  return (
    <div class="alone">
      <h1 tabIndex={-1}>{empty.title}</h1>
      <p class="why">{empty.detail}</p>
      <div class="actions">
        {empty.actions.map(({ action, label, icon }, index) => (
          <ActionButton<'overview'>
            key={action}
            action={action}
            label={label}
            icon={icon}
            primary={index === 0}
          />
        ))}
      </div>
    </div>
  );
}
