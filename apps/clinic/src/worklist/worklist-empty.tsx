import type { Worklist } from '@skute/clinics/contract';
import { EmptyState } from '@skute/ui/base';
import { Boat } from '@skute/ui/boat';
import { useText } from '@skute/ui/i18n';
import { Link } from '@tanstack/react-router';
import { useHere } from '../shell/clinic-session.ts';
import { timeTexts, whenInWords } from '../words/time-words.ts';
import { worklistTexts } from './texts.ts';

/** Nothing waits: says when the next is due, and where to go meanwhile. */
export function WorklistEmpty({ list, split }: { list: Worklist; split: 'mine' | 'all' }) {
  const t = useText(worklistTexts);
  const time = useText(timeTexts);
  const here = useHere();
  const others = split === 'mine' ? list.counts.all - list.counts.mine : 0;
  const action =
    others > 0 ? (
      <Link to="/worklist" search={{ split: 'all' }} className="ds-link">
        {t('seeAll', { count: list.counts.all })}
      </Link>
    ) : (
      <Link to="/patients" className="ds-link">
        {t('toPatients')}
      </Link>
    );
  return (
    <div className="worklist-empty">
      <Boat state="harbour" />
      <EmptyState action={action}>
        {list.nextDueAt ? t('emptyNext', { when: whenInWords(list.nextDueAt, here, time) }) : t('empty')}
      </EmptyState>
    </div>
  );
}
