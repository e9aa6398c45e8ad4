import { undoLatest } from '@skute/ui/base';
import { singleKeysOn } from '../shell/preferences.ts';
import { type Act, currentActs } from './acts.ts';
import { match } from './match.ts';

/** How long the first key of two waits for the second. */
const sequenceMs = 1500;

/** Listens to the whole page's keyboard, until the function that comes back is called. */
export function listenToKeys(openPalette: () => void): () => void {
  let before: { keys: string; at: number } | undefined;
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const place = placeOf(event);
    if (isCommand(event, 'k')) return take(event, () => (place.inDialog ? undefined : openPalette()));
    if (place.inDialog) return;
    if (isCommand(event, 'z') && !place.typing) return take(event, () => void undoLatest());
    const pending = before && Date.now() - before.at < sequenceMs ? before.keys : undefined;
    before = undefined;
    const { key, ctrlKey: ctrl, altKey: alt, metaKey: meta } = event;
    const found = match({ key, ctrl, alt, meta, ...place }, pending, actsWithKeys());
    if (!found) return;
    if ('pending' in found) before = { keys: found.pending, at: Date.now() };
    take(event, () => ('act' in found ? found.act.run() : undefined));
  };
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}

/** With single keys turned off, only keys that print nothing are left. */
function actsWithKeys(): Act[] {
  const acts = currentActs();
  return singleKeysOn() ? acts : acts.filter(({ keys }) => keys === 'Escape');
}

function isCommand(event: KeyboardEvent, key: string): boolean {
  const command = event.ctrlKey || event.metaKey;
  return command && !event.altKey && !event.shiftKey && event.key.toLowerCase() === key;
}

function take(event: KeyboardEvent, run: () => void): void {
  event.preventDefault();
  run();
}

function placeOf(event: KeyboardEvent): { typing: boolean; inRegion: boolean; inDialog: boolean } {
  const at = event.target instanceof Element ? event.target : document.body;
  return {
    typing: at.matches('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'),
    inRegion: at.closest('[data-keys]') !== null,
    inDialog: at.closest('dialog') !== null,
  };
}
