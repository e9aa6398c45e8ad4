/** A list that is walked with J and K: each row has one link marked `data-row`, and focus is what is chosen. */
import { type RefObject, useCallback, useEffect, useEffectEvent, useRef } from 'react';

export interface Rows {
  /** For the element round the list. */
  readonly region: {
    readonly ref: RefObject<HTMLDivElement | null>;
    readonly onFocus: () => void;
    readonly 'data-keys': '';
  };
  /** The row that has, or last had, focus. */
  readonly current: () => string | undefined;
  readonly move: (step: 1 | -1) => void;
  readonly focus: (id: string) => boolean;
}

interface Arrangement {
  /** Where focus goes when the last row has left. */
  readonly whenEmpty?: () => void;
  /** Changes when a row is drawn in another place, such as under another heading. */
  readonly order?: string;
}

export function useRows(
  ids: readonly string[],
  { whenEmpty, order = ids.join(' ') }: Arrangement = {},
): Rows {
  const ref = useRef<HTMLDivElement>(null);
  const at = useRef<string>(undefined);
  const focus = useCallback((id: string): boolean => {
    const row = rowsIn(ref.current).find((element) => element.dataset.row === id);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
    return row !== undefined;
  }, []);
  const onFocus = useCallback(() => {
    const holder = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-row]');
    const id = holder?.dataset.row;
    if (id !== undefined) at.current = id;
  }, []);
  const current = useCallback(() => at.current ?? rowsIn(ref.current)[0]?.dataset.row, []);
  const move = useCallback((step: 1 | -1) => {
    const rows = rowsIn(ref.current);
    const index = rows.findIndex((row) => row.dataset.row === at.current);
    const next = rows[Math.min(Math.max(index + step, 0), rows.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }, []);
  useKeptFocus(ids, at, focus, { whenEmpty, order });
  return { region: { ref, onFocus, 'data-keys': '' }, current, move, focus };
}

function rowsIn(region: HTMLElement | null): HTMLElement[] {
  return [...(region?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
}

/** When the row with focus leaves its place, the one that came there gets it. */
function useKeptFocus(
  ids: readonly string[],
  at: RefObject<string | undefined>,
  focus: (id: string) => boolean,
  { whenEmpty, order }: { whenEmpty: (() => void) | undefined; order: string },
): void {
  const before = useRef<readonly string[]>([]);
  const keep = useEffectEvent(() => {
    const place = before.current.indexOf(at.current ?? '');
    before.current = ids;
    const lost = !document.activeElement || document.activeElement === document.body;
    if (place < 0 || !lost || document.querySelector('dialog[open]')) return;
    const next = ids[Math.min(place, ids.length - 1)];
    if (next === undefined) whenEmpty?.();
    else focus(next);
  });
  useEffect(() => keep(), [order]);
}
