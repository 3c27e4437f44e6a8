import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import type { ParticipantDetailsView } from '../../../protocol/roomPage.ts';
import { truncate } from '../../../unicode/truncate.ts';
import { Icon } from '../../shared/components/icon.tsx';
import { usePageContext, useTooltip } from '../../shared/page/pageContext.ts';
import { Property } from './properties.tsx';

import '../../shared/components/toolButton.css';
import './details.css';

const maxTitleLength = 300;
const maxLineLength = 1000;

interface DetailsProps {
  readonly details: ParticipantDetailsView;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly close: () => void;
}

/** All details of the chosen participant. */
export function Details({ details, heading, close }: DetailsProps) {
  const { labels } = usePageContext();
  const named = useId();
  const tip = useTooltip([{ text: labels.close }]);
  return (
    <section
      class="details"
      aria-labelledby={named}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div class="heading">
        <h2 id={named} ref={heading} tabIndex={-1}>
          <span class="of">{labels.details}</span> <bdi>{truncate(details.title, maxTitleLength)}</bdi>
        </h2>
        <button type="button" class="tool" aria-label={labels.close} onClick={close} {...tip}>
          <Icon name="close" />
        </button>
      </div>
      {/* Keyed, so that another participant starts at the top. */}
      <div class="all" key={details.key}>
        {details.sections.map(({ title, lines }) => (
          <div key={title} class="part">
            <h3>{title}</h3>
            <ul>
              {lines.map((line, index) => (
                <li key={index}>{truncate(line, maxLineLength)}</li>
              ))}
            </ul>
          </div>
        ))}
        {details.device !== '' && <p class="device">{truncate(details.device, maxLineLength)}</p>}
        <dl>
          {details.properties.map((property) => (
            <Property key={property.key} property={property} />
          ))}
        </dl>
      </div>
    </section>
  );
}
