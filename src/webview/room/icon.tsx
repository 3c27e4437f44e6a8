import type { PageIcon } from '../../protocol.ts';

/** A codicon beside words that say the same; never alone without a name. */
export function Icon({ name, spin = false }: { readonly name: PageIcon; readonly spin?: boolean }) {
  const spinning = spin ? ' codicon-modifier-spin' : '';
  return <span class={`codicon codicon-${name}${spinning}`} aria-hidden="true" />;
}
