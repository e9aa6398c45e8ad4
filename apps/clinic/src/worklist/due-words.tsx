import { dayInWords, useText } from '@skute/ui/i18n';
import { useHere } from '../shell/clinic-session.ts';
import { timeTexts, whenInWords } from '../words/time-words.ts';
import { putOffUntil } from './put-off.ts';
import { worklistTexts } from './texts.ts';
import type { WorkItem } from './visible-rows.ts';

/** When it is due, that it is past due, or until when it was put off. */
export function DueWords({ treatmentId, item }: { treatmentId: string; item: WorkItem }) {
  const t = useText(worklistTexts);
  const time = useText(timeTexts);
  const here = useHere();
  const until = putOffUntil(treatmentId, item);
  const when = whenInWords(item.dueAt, here, time);
  if (until) return <span>{t('putOff', { day: dayInWords(until, here.language) })}</span>;
  if (Date.parse(item.dueAt) >= here.now) return <span>{t('due', { when })}</span>;
  return (
    <span>
      <strong>{t('overdue')}</strong> {when}
    </span>
  );
}
