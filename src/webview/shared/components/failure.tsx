import type { PageName } from '../../../protocol/actions.ts';
import type { FailureView } from '../../../protocol/roomPage.ts';
import { ActionButton } from './actionButton.tsx';
import { Icon } from './icon.tsx';

import './alone.css';
import './failure.css';

/** A failure, shown above content that was loaded before. */
export function FailureBanner({ failure }: { readonly failure: FailureView }) {
  return (
    <div class="banner" role="alert">
      <Icon name="warning" />
      <div class="text">
        <p class="what">{failure.title}</p>
        <p class="why">{failure.detail}</p>
      </div>
      <Actions failure={failure} />
    </div>
  );
}

/** A failure, shown as the whole page if there is nothing else to show. */
export function FailurePage({ failure }: { readonly failure: FailureView }) {
  return (
    <div class="alone">
      <div role="alert">
        <Icon name="warning" />
        <h1 tabIndex={-1}>{failure.title}</h1>
        <p class="why">{failure.detail}</p>
      </div>
      <Actions failure={failure} primary />
    </div>
  );
}

function Actions({
  failure,
  primary = false,
}: {
  readonly failure: FailureView;
  readonly primary?: boolean;
}) {
  if (failure.actions.length === 0) return null;
  return (
    <div class="actions">
      {failure.actions.map(({ id, label }, index) => (
        <ActionButton<PageName> key={id} action={id} label={label} primary={primary && index === 0} />
      ))}
    </div>
  );
}
