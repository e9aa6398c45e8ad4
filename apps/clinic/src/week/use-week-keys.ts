import { undoLatest } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { worklistQuery } from '../data/queries.ts';
import { useActs } from '../keys/acts.ts';
import { sayNotice } from '../parts/notices.tsx';
import { patientTexts } from '../patient/texts.ts';
import { worklistTexts } from '../worklist/texts.ts';
import { inGroups } from '../worklist/visible-rows.ts';
import { nextInWalk } from '../worklist/walk.ts';
import { focusPane, type PaneNumber } from './pane.tsx';
import { weekTexts } from './texts.ts';

/** 1–4 go to a part of the week; J and K to the next patient of the worklist, at the same part. */
export function useWeekKeys(treatmentId: string): void {
  const t = useText(weekTexts);
  const words = useText(worklistTexts);
  const parts = useText(patientTexts);
  const { pane = 1 } = useSearch({ from: '/treatments/$treatmentId/week' });
  const walk = useWalk(treatmentId);
  // Once for each patient: the header's heading has had focus before this.
  useEffect(() => focusPane(pane), [treatmentId, pane]);
  const names = [parts('week'), t('score'), t('answers'), parts('work')];
  const here = { group: 'here', inRegion: true } as const;
  useActs([
    ...names.map((name, place) => ({
      ...here,
      id: `pane-${place + 1}`,
      label: t('toPane', { name }),
      keys: String(place + 1),
      run: () => focusPane((place + 1) as PaneNumber),
    })),
    { ...here, id: 'next-patient', label: t('nextPatient'), keys: 'J', run: walk(1) },
    { ...here, id: 'previous-patient', label: t('previousPatient'), keys: 'K', run: walk(-1) },
    { ...here, id: 'undo', label: words('undoLatest'), keys: 'U', run: () => void undoLatest() },
  ]);
}

function useWalk(treatmentId: string) {
  const t = useText(weekTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const readList = async (): Promise<string[]> => {
    const { rows } = await client.ensureQueryData(worklistQuery('mine'));
    return inGroups(rows).map((row) => row.treatmentId);
  };
  return (step: 1 | -1) => (): void => {
    const pane = paneNow();
    void nextInWalk(treatmentId, step, readList).then((next) =>
      next === undefined
        ? sayNotice(t('last'))
        : navigate({ to: '/treatments/$treatmentId/week', params: { treatmentId: next }, search: { pane } }),
    );
  };
}

function paneNow(): PaneNumber {
  const pane = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'];
  return (Number(pane) || 1) as PaneNumber;
}
