import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import type { ParticipantDetailsView } from '../../../protocol/roomPage.ts';
import { Icon } from '../../shared/icon.tsx';
import { useSurroundings, useTip } from '../../shared/pageContext.ts';
import { cut } from '../../shared/truncate.ts';
import { Property } from './properties.tsx';

import '../../shared/toolButton.css';
import './details.css';

const TITLE_LENGTH = 300;
const LINE_LENGTH = 1000;

interface DetailsProps {
  readonly details: ParticipantDetailsView;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly close: () => void;
}

/** The chosen participant in full. */
export function Details({ details, heading, close }: DetailsProps) {
  const { words } = useSurroundings();
  const named = useId();
  const tip = useTip([{ text: words.close }]);
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
          <span class="of">{words.details}</span> <bdi>{cut(details.title, TITLE_LENGTH)}</bdi>
        </h2>
        <button type="button" class="tool" aria-label={words.close} onClick={close} {...tip}>
          <Icon name="close" />
        </button>
      </div>
      {/* A new participant is read from the top. */}
      <div class="all" key={details.key}>
        {details.device !== '' && <p class="device">{cut(details.device, LINE_LENGTH)}</p>}
        {details.sections.map(({ title, lines }) => (
          <div key={title} class="part">
            <h3>{title}</h3>
            <ul>
              {lines.map((line, index) => (
                <li key={index}>{cut(line, LINE_LENGTH)}</li>
              ))}
            </ul>
          </div>
        ))}
        <dl>
          {details.properties.map((property) => (
            <Property key={property.key} property={property} />
          ))}
        </dl>
      </div>
    </section>
  );
}
