import type { FigureView, LoadView, OverviewView } from '../../protocol/overview.ts';
import { ActionButton } from '../shared/components/actionButton.tsx';
import { Icon } from '../shared/components/icon.tsx';

import '../shared/page/pageHeader.css';
import './filterLine.css';
import './header.css';

interface HeaderProps {
  readonly overview: OverviewView;
  readonly loading: boolean;
}

/** Says which rooms are counted, summarizes their problems, and shows the key figures. */
export function Header({ overview, loading }: HeaderProps) {
  const { title, covers, actions, summary, load, figures } = overview;
  return (
    <>
      <header class="room">
        <h1 tabIndex={-1}>{title}</h1>
        <p class="headline">{covers}</p>
        <div class="actions">
          {actions.map(({ action, label, icon }) => (
            <ActionButton<'overview'>
              key={action}
              action={action}
              label={label}
              icon={icon}
              busy={loading && action === 'refresh'}
            />
          ))}
        </div>
      </header>
      <div class="answer">
        <div class="summary">
          {summary.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        <Figures figures={figures} />
      </div>
      <Load load={load} />
    </>
  );
}

function Figures({ figures }: { readonly figures: readonly FigureView[] }) {
  return (
    <dl class="figures">
      {figures.map(({ label, value, aside }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span class="number">{value}</span>
            <span class="aside">{aside}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * The progress of loading participants. Buttons are keyed by index, so that one retains the focus while its
 * label changes.
 */
function Load({ load }: { readonly load: LoadView }) {
  const { text, progress, problem, buttons } = load;
  return (
    <div class="load">
      <div class="text">
        <p>{text}</p>
        {progress !== undefined && <progress max={1} value={progress} aria-label={text} />}
        {problem !== undefined && (
          <p class="problem">
            <Icon name="warning" /> {problem}
          </p>
        )}
      </div>
      {buttons.map(({ action, label, icon }, place) => (
        <ActionButton<'overview'>
          key={place}
          action={action}
          label={label}
          icon={icon}
          primary={action === 'loadParticipants'}
        />
      ))}
    </div>
  );
}

/** The filter of the tree; stays visible while the page scrolls. */
export function FilterLine({ filter }: { readonly filter: OverviewView['filter'] }) {
  const { text, clear } = filter;
  return (
    <div class={clear ? 'filter-line filtered' : 'filter-line'}>
      <Icon name={clear ? 'filter-filled' : 'filter'} />
      <p>
        <bdi>{text}</bdi>
      </p>
      {clear && <ActionButton<'overview'> action={clear.action} label={clear.label} icon={clear.icon} />}
    </div>
  );
}
