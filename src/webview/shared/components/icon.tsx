import type { PageIcon } from '../../../protocol/pageIcons.ts';
import './icon.css';

/** A codicon, hidden from screen readers: the element around it needs a text or an accessible name. */
export function Icon({ name, spin = false }: { readonly name: PageIcon; readonly spin?: boolean }) {
  const spinning = spin ? ' codicon-modifier-spin' : '';
  return <span class={`codicon codicon-${name}${spinning}`} aria-hidden="true" />;
}
