import type { Measures } from '@skute/treatment/contract';
import { Button } from '@skute/ui/base';
import { type Say, useText } from '@skute/ui/i18n';
import { useHere } from '../shell/clinic-session.ts';
import { dayInItsYear } from '../words/dates.ts';
import { dateIn, type Here } from '../words/time-words.ts';
import { pointTexts } from './texts.ts';
import type { AskedPoint } from './use-points.ts';

export type Occurrence = Measures['occurrences'][number];

interface OccurrenceLineProps {
  readonly occurrence: Occurrence;
  readonly maySteer: boolean;
  readonly ask: (asked: AskedPoint) => void;
}

/** One time that something is asked for: what, when, how it stands in words, and why. */
export function OccurrenceLine({ occurrence, maySteer, ask }: OccurrenceLineProps) {
  const t = useText(pointTexts);
  const here = useHere();
  const { title, state, forms, because } = occurrence;
  const done = forms.filter(({ answeredAt }) => answeredAt !== null).length;
  const names = forms.map((form) => form.title).join(', ');
  return (
    <li className="occurrence" data-state={state}>
      <div>
        <strong>{title}</strong>
        <p>
          {stateInWords(occurrence, t, here)}
          {done > 0 && done < forms.length ? ` · ${t('partly', { done, all: forms.length })}` : ''}
        </p>
        {names === title ? null : <p className="subtle">{names}</p>}
        {because ? <p className="because">{because.text}</p> : null}
      </div>
      {maySteer && state !== 'answered' ? <LineActs occurrence={occurrence} ask={ask} /> : null}
    </li>
  );
}

export function stateInWords(
  { state, opensOn, dueOn, expiresOn, forms }: Occurrence,
  t: Say<keyof typeof pointTexts.texts>,
  here: Here,
): string {
  const today = dateIn(here.timeZone, here.now);
  const inWords = (date: string): string => dayInItsYear(date, today, here.language);
  const answeredAt = forms
    .flatMap((form) => form.answeredAt ?? [])
    .toSorted()
    .at(-1);
  const answeredOn = answeredAt ? dateIn(here.timeZone, Date.parse(answeredAt)) : dueOn;
  const day = { upcoming: opensOn, answered: answeredOn }[state as string] ?? dueOn;
  return t(state, { day: inWords(day), last: inWords(expiresOn) });
}

function LineActs({ occurrence, ask }: Pick<OccurrenceLineProps, 'occurrence' | 'ask'>) {
  const t = useText(pointTexts);
  const { language } = useHere();
  const { title: name, opensOn, state } = occurrence;
  const isOver = state === 'cancelled' || state === 'expired';
  const move = t(isOver ? 'again' : 'move');
  const said = (act: string): string =>
    t('for', { act, name, day: dayInItsYear(opensOn, opensOn, language) });
  return (
    <span className="row-acts">
      <Button
        variant="tertiary"
        aria-label={said(move)}
        onClick={() => ask({ act: 'move-point', occurrence })}
      >
        {move}
      </Button>
      {isOver ? null : (
        <Button
          variant="tertiary"
          aria-label={said(t('cancel'))}
          onClick={() => ask({ act: 'cancel-point', occurrence })}
        >
          {t('cancel')}
        </Button>
      )}
    </span>
  );
}
