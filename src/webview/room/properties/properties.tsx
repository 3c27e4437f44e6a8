import { useId } from 'preact/hooks';
import type { GroupView, PropertyView } from '../../../protocol/roomPage.ts';
import { CopyButton } from '../../shared/components/copyButton.tsx';
import { memo } from '../../shared/components/memo.tsx';
import { remarks, Value } from '../../shared/components/value.tsx';
import { usePageContext, useTooltip } from '../../shared/page/pageContext.ts';

import '../../shared/components/label.css';
import './properties.css';

/** A value longer than this many UTF-16 code units gets its own scrolling box. */
const maxValueLength = 400;

/** The room's fields in groups. */
export const Properties = memo(({ groups }: { readonly groups: readonly GroupView[] }) => {
  const { labels } = usePageContext();
  return (
    <section>
      <h2>{labels.properties}</h2>
      <div class="groups">
        {groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </div>
    </section>
  );
});

function Group({ group }: { readonly group: GroupView }) {
  return (
    <div class="group">
      <h3>{group.title}</h3>
      <dl>
        {group.properties.map((property) => (
          <Property key={property.key} property={property} />
        ))}
      </dl>
    </div>
  );
}

/** One field: its label, its value, and a button that copies it. */
export function Property({ property }: { readonly property: PropertyView }) {
  const { labels, tooltip } = usePageContext();
  const described = useId();
  const about = remarks(property, labels);
  const explained = [{ text: property.meaning }, { text: property.key, code: true }, ...about];
  const long = property.text.length > maxValueLength;
  return (
    <div class="property">
      <dt>
        <button
          type="button"
          class="label"
          aria-describedby={described}
          onClick={(event) => tooltip.show(event.currentTarget, explained)}
          {...useTooltip(explained)}
        >
          <bdi>{property.label}</bdi>
        </button>
        <span id={described} hidden>
          {explained.map((line) => line.text).join('\n')}
        </span>
      </dt>
      <dd>
        <div
          class={long ? 'value long' : 'value'}
          {...(long && { tabIndex: 0, role: 'group', 'aria-label': property.label })}
        >
          <span {...useTooltip(about)}>
            <Value value={property} />
          </span>
        </div>
        {property.raw !== undefined && (
          <CopyButton of={property.label} request={{ type: 'copyText', text: property.raw }} />
        )}
      </dd>
    </div>
  );
}
