import { undoLatest } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useActs } from '../keys/acts.ts';
import type { Rows } from '../parts/use-rows.ts';
import { worklistTexts } from './texts.ts';
import { rememberRow, useHandle } from './use-handling.ts';
import { useRenew } from './use-renew.ts';
import type { Row } from './visible-rows.ts';
import { firstDue } from './work-words.ts';

type Asked = { readonly kind: 'later' | 'call'; readonly row: Row };

/** What can be done with a row, by key, by palette and by button. */
export function useRowActs(rows: readonly Row[], keys: Rows) {
  const t = useText(worklistTexts);
  const navigate = useNavigate();
  const renew = useRenew();
  const [asked, setAsked] = useState<Asked>();
  const handle = useHandle((treatmentId) => setTimeout(() => keys.focus(treatmentId), 50));
  const open = (row: Row, search: { pane?: 3 } = {}): void =>
    void navigate({
      to: '/treatments/$treatmentId/week',
      params: { treatmentId: row.treatmentId },
      search,
    });
  const propose = (row: Row): void => {
    const proposal = firstDue(row.work)?.proposal;
    if (proposal === 'call') setAsked({ kind: 'call', row });
    else if (proposal === 'renew-invitation') renew(row);
    else if (proposal === 'read-form') open(row, { pane: 3 });
    else open(row);
  };
  const act = (kind: 'done' | 'later' | 'propose', row: Row): void => {
    rememberRow(row, rows.indexOf(row));
    if (kind === 'done') handle.done({ ...row, items: row.work });
    else if (kind === 'later') setAsked({ kind: 'later', row });
    else propose(row);
  };
  const onCurrent = (run: (row: Row) => void) => (): void => {
    const row = rows.find(({ treatmentId }) => treatmentId === keys.current());
    if (row) run(row);
  };
  useActs([
    { id: 'down', label: t('down'), keys: 'J', group: 'here', inRegion: true, run: () => keys.move(1) },
    { id: 'up', label: t('up'), keys: 'K', group: 'here', inRegion: true, run: () => keys.move(-1) },
    {
      id: 'open',
      label: t('openPatient'),
      keys: 'Enter',
      group: 'here',
      inRegion: true,
      run: onCurrent((row) => open(row)),
    },
    {
      id: 'propose',
      label: t('doProposed'),
      keys: 'O',
      group: 'here',
      inRegion: true,
      run: onCurrent((row) => act('propose', row)),
    },
    {
      id: 'done',
      label: t('done'),
      keys: 'E',
      group: 'here',
      inRegion: true,
      run: onCurrent((row) => act('done', row)),
    },
    {
      id: 'later',
      label: t('later'),
      keys: 'S',
      group: 'here',
      inRegion: true,
      run: onCurrent((row) => act('later', row)),
    },
    {
      id: 'undo',
      label: t('undoLatest'),
      keys: 'U',
      group: 'here',
      inRegion: true,
      run: () => void undoLatest(),
    },
  ]);
  return { act, asked, close: () => setAsked(undefined) };
}
