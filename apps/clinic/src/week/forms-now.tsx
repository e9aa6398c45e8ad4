import type { Measures } from '@skute/treatment/contract';
import { useText } from '@skute/ui/i18n';
import { stateInWords } from '../forms/occurrence-line.tsx';
import { pointTexts } from '../forms/texts.ts';
import { useHere } from '../shell/clinic-session.ts';
import { weekTexts } from './texts.ts';

const shown = 4;

/** What was answered or missed last, what waits for the patient, and what comes next. */
export function FormsNow({ measures }: { measures: Measures }) {
  const t = useText(weekTexts);
  const words = useText(pointTexts);
  const here = useHere();
  const lines = around(measures.occurrences);
  if (lines.length === 0) return <p className="subtle">{t('noForms')}</p>;
  return (
    <ul className="forms-now">
      {lines.map((occurrence) => (
        <li key={occurrence.key} data-state={occurrence.state}>
          <strong>{occurrence.title}</strong> <span>{stateInWords(occurrence, words, here)}</span>
        </li>
      ))}
    </ul>
  );
}

function around(occurrences: Measures['occurrences']): Measures['occurrences'] {
  const asked = occurrences.filter(({ state }) => state !== 'upcoming' && state !== 'cancelled');
  const next = occurrences.filter(({ state }) => state === 'upcoming').slice(0, 1);
  return [...asked.slice(1 - shown), ...next];
}
