import type { FormView } from '@skute/treatment/contract';
import { PageHeading } from '@skute/ui/base';
import { dayInWords, useLanguage, useText } from '@skute/ui/i18n';
import { AppLink } from '../links.tsx';
import { OfflineOnShared } from './offline-on-shared.tsx';
import type { Beginning } from './draft/kept-draft.ts';
import type { FormDraft } from './draft/use-draft.ts';
import type { Filling } from './filling.ts';
import { useLooks } from './items/looks.ts';
import { type Pace, type Part, partOf, questionsIn } from './parts.ts';
import { formTexts } from './texts.ts';
import { minutesOf, titleOf } from './title-of.ts';

interface FormIntroProps {
  readonly view: FormView;
  readonly filling: Filling;
  readonly draft: FormDraft;
  readonly parts: readonly (Part & { readonly number: number })[];
  readonly pace: Pace;
  readonly setPace: (pace: Pace) => void;
  readonly begun: Beginning;
}

/** Why we ask, who reads it, and how long it takes; then the way in. */
export function FormIntro({ view, filling, draft, parts, pace, setPace, begun }: FormIntroProps) {
  const t = useText(formTexts);
  const language = useLanguage();
  const { lang } = useLooks();
  const questions = questionsIn(filling.evaluation.items).filter(({ readOnly }) => !readOnly);
  const minutes = minutesOf(filling.form);
  const isBegun = begun.written !== null || filling.edits > 0;
  const first = parts.find(({ items }) => questionsIn(items).some(isOpen)) ?? parts.at(-1);
  const place = isBegun && draft.field ? partOf(parts, draft.field) - 1 : undefined;
  const part = (place === undefined ? undefined : parts[place]) ?? (isBegun ? first : parts[0]);
  return (
    <div className="page form-intro">
      <header className="step-head">
        <p className="over-line">
          <span>{t('questions', { count: questions.length })}</span>
          {minutes === null ? null : <span>{t('minutes', { count: minutes })}</span>}
        </p>
        <PageHeading lang={lang}>{titleOf(filling, language)}</PageHeading>
        {view.because ? <p className="because">{view.because.text}</p> : null}
        {view.example ? <p className="small">{t('example')}</p> : null}
      </header>
      <OfflineOnShared />
      <div className="card form-facts">
        <h2>{t('why')}</h2>
        <p>{view.why}</p>
        <h2>{t('who')}</h2>
        <p lang={lang}>{filling.engine.whoReads(filling.form, language) ?? t('whoText')}</p>
      </div>
      <p className="subtle form-facts">
        {dueWords(view, (day) => dayInWords(day, language), t)} {t('pauseAnyTime')}
      </p>
      <PaceChoice pace={pace} setPace={setPace} />
      <AppLink
        to="/form/$formId/$part"
        params={{ formId: view.formId, part: String(part?.number ?? 1) }}
        className="ds-button wide"
        data-variant="primary"
      >
        {t(isBegun ? 'goOn' : 'begin')}
      </AppLink>
    </div>
  );
}

function PaceChoice({ pace, setPace }: { pace: Pace; setPace: (pace: Pace) => void }) {
  const t = useText(formTexts);
  return (
    <label className="choice-row">
      <input
        type="checkbox"
        className="ds-input"
        checked={pace === 'one'}
        onChange={(event) => setPace(event.currentTarget.checked ? 'one' : 'groups')}
      />
      <span>{t('oneByOne')}</span>
    </label>
  );
}

function isOpen(state: ReturnType<typeof questionsIn>[number]): boolean {
  return state.required && !state.readOnly && !state.declined && state.answers.length === 0;
}

function dueWords(
  { state, dueOn, expiresOn }: FormView,
  day: (on: string) => string,
  t: ReturnType<typeof useText<keyof typeof formTexts.texts>>,
): string {
  if (state === 'overdue') return expiresOn ? t('answerStill', { day: day(expiresOn) }) : '';
  return dueOn ? t('answerBy', { day: day(dueOn) }) : '';
}
