import type { OutboxAct } from '../data/outbox.ts';
import { enqueue, readOutbox, watchOutbox } from '../data/outbox.ts';
import { offerUndo } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useMemo, useSyncExternalStore } from 'react';
import { rememberPutOff } from './put-off.ts';
import { type Row, visibleRows, type WorkItem } from './visible-rows.ts';
import { worklistTexts } from './texts.ts';

type Named = Pick<WorkItem, 'kind' | 'occurrence'>;

/** Rows as they were when something in them was handled. */
const before = new Map<string, { row: Row; index: number }>();

/** The rows to show: the server's, less what has been handled since they were read. */
export function useVisibleRows(rows: readonly Row[] | undefined, readAt: number): Row[] {
  const acts = useActsSince(readAt);
  return useMemo(() => visibleRows(rows ?? [], acts, before), [rows, acts]);
}

/** One patient's work, less what has been handled since it was read. */
export function useVisibleWork(treatmentId: string, work: readonly WorkItem[], readAt: number): WorkItem[] {
  const acts = useActsSince(readAt);
  return useMemo(
    () => visibleRows([{ treatmentId, work: [...work] }], acts, new Map())[0]?.work ?? [],
    [treatmentId, work, acts],
  );
}

function useActsSince(readAt: number): readonly OutboxAct[] {
  const { acts, settled } = useSyncExternalStore(watchOutbox, readOutbox);
  return useMemo(
    () => [...settled.filter(({ at }) => at >= readAt).map(({ act }) => act), ...acts],
    [acts, settled, readAt],
  );
}

export function rememberRow(row: Row, index: number): void {
  before.set(row.treatmentId, { row, index });
}

export interface Handled {
  readonly treatmentId: string;
  readonly name: string;
  readonly items: readonly Named[];
}

/** Done and later, each at once, and to be taken back for ten seconds. */
export function useHandle(onUndo?: (treatmentId: string) => void) {
  const t = useText(worklistTexts);
  const act = (
    { treatmentId, name, items }: Handled,
    change: Pick<OutboxAct['body'], 'outcome' | 'until' | 'note'>,
  ): void => {
    const named = items.map(({ kind, occurrence }) => ({ kind, occurrence }));
    enqueue(treatmentId, { ...change, items: named });
    rememberPutOff(treatmentId, named, change.until);
    const undo = (): void => {
      enqueue(treatmentId, { outcome: 'reopened', items: named });
      rememberPutOff(treatmentId, named, undefined);
      onUndo?.(treatmentId);
    };
    offerUndo({ text: change.outcome === 'done' ? t('doneSaid', { name }) : t('laterSaid', { name }), undo });
  };
  return {
    done: (handled: Handled, note?: string) => act(handled, { outcome: 'done', ...(note ? { note } : {}) }),
    later: (handled: Handled, until: string, note?: string) =>
      act(handled, { outcome: 'later', until, ...(note ? { note } : {}) }),
  };
}
