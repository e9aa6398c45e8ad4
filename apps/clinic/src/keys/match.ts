import type { Act } from './acts.ts';

export interface Press {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  /** Focus is in a place where characters are typed. */
  readonly typing: boolean;
  /** Focus is in the page's list or region. */
  readonly inRegion: boolean;
}

export type Matched = { readonly act: Act } | { readonly pending: string } | undefined;

/**
 * Which act a key press asks for. `before` is the first key of a sequence, such as the G of *G A*.
 * `[` and `]` need AltGr or Option on Nordic keyboards, so signs count by what they print; letters only when bare.
 */
export function match(press: Press, before: string | undefined, acts: readonly Act[]): Matched {
  // Enter belongs to the link or button that has focus; it stands among the acts only to be shown.
  if (press.typing || press.meta || press.key === 'Enter') return undefined;
  const letter = /^[a-zæøå]$/i.test(press.key);
  if (letter && (press.ctrl || press.alt)) return undefined;
  const key = letter ? press.key.toUpperCase() : press.key;
  const typed = before === undefined ? key : `${before} ${key}`;
  const possible = acts.filter((act) => act.keys !== undefined && (press.inRegion || !act.inRegion));
  const act = possible.find(({ keys }) => keys === typed);
  if (act) return { act };
  return possible.some(({ keys }) => keys?.startsWith(`${typed} `)) ? { pending: typed } : undefined;
}
