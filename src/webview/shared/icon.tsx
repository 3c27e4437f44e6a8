import './icon.css';

/** A codicon, hidden from screen readers: the element around it needs a text or an accessible name. */
export function Icon({ name, spin = false }: { readonly name: string; readonly spin?: boolean }) {
  const spinning = spin ? ' codicon-modifier-spin' : '';
  return <span class={`codicon codicon-${name}${spinning}`} aria-hidden="true" />;
}
