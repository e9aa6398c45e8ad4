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

export function useRows(ids: readonly string[], whenEmpty?: () => void): Rows {
  const ref = useRef<HTMLDivElement>(null);
  const at = useRef<{ id: string; index: number }>(undefined);
  const focus = useCallback((id: string): boolean => {
    const row = rowsIn(ref.current).find((element) => element.dataset.row === id);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
    return row !== undefined;
  }, []);
  const onFocus = useCallback(() => {
    const rows = rowsIn(ref.current);
    const holder = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-row]');
    const id = holder?.dataset.row;
    if (id !== undefined) at.current = { id, index: rows.findIndex((row) => row.dataset.row === id) };
  }, []);
  const current = useCallback(() => at.current?.id ?? rowsIn(ref.current)[0]?.dataset.row, []);
  const move = useCallback((step: 1 | -1) => {
    const rows = rowsIn(ref.current);
    const index = rows.findIndex((row) => row.dataset.row === at.current?.id);
    const next = rows[Math.min(Math.max(index + step, 0), rows.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }, []);
  useKeptFocus(ids, at, focus, whenEmpty);
  return { region: { ref, onFocus, 'data-keys': '' }, current, move, focus };
}

function rowsIn(region: HTMLElement | null): HTMLElement[] {
  return [...(region?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
}

/** When the row with focus leaves its place, the one that came there gets it. */
function useKeptFocus(
  ids: readonly string[],
  at: RefObject<{ id: string; index: number } | undefined>,
  focus: (id: string) => boolean,
  whenEmpty?: () => void,
): void {
  const order = ids.join(' ');
  const keep = useEffectEvent(() => {
    const { current } = at;
    const unmoved = current !== undefined && ids[current.index] === current.id;
    if (!current || unmoved || document.querySelector('dialog[open]')) return;
    if (document.activeElement && document.activeElement !== document.body) return;
    const next = ids[Math.min(current.index, ids.length - 1)];
    if (next === undefined) whenEmpty?.();
    else focus(next);
  });
  useEffect(() => keep(), [order]);
}
