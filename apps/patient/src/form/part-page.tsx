import type { FormView } from '@skute/treatment/contract';
import { Button, type FieldError, PageHeading } from '@skute/ui/base';
import { useLanguage, useText } from '@skute/ui/i18n';
import { useEffect, useState } from 'react';
import { AppLink, useGo } from '../links.tsx';
import type { FormDraft } from './draft/use-draft.ts';
import { fieldId, goToField } from './field-ids.ts';
import type { Filling } from './filling.ts';
import { FormWords } from './items/form-words.tsx';
import { ItemList } from './items/item-view.tsx';
import { useLooks } from './items/looks.ts';
import { problemOf } from './items/problem-words.ts';
import { itemTexts } from './items/texts.ts';
import { OfflineOnShared } from './offline-on-shared.tsx';
import { type Part, questionsIn } from './parts.ts';
import { Problems } from './problems.tsx';
import { SavedLine } from './saved-line.tsx';
import { formTexts } from './texts.ts';
import { titleOf } from './title-of.ts';

interface PartPageProps {
  readonly view: FormView;
  readonly filling: Filling;
  readonly draft: FormDraft;
  readonly parts: readonly (Part & { readonly number: number })[];
  readonly part: string;
  /** The patient has tried to leave a part with something missing in it. */
  readonly setAttempted: (part: string) => void;
  /** Where the patient last wrote before the page was left. */
  readonly field: string | null;
}

export function PartPage({ view, filling, draft, parts, part, setAttempted, field }: PartPageProps) {
  const t = useText(formTexts);
  const language = useLanguage();
  const { lang } = useLooks();
  const place = Math.max(
    0,
    parts.findIndex(({ number }) => String(number) === part),
  );
  const here = parts[place];
  const { errors, attempts, next } = useNext({ view, filling, parts, place, setAttempted });
  useFieldAgain(field, parts[place]);
  const title = here?.around.at(-1);
  return (
    <form
      className="page form-part"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <header className="step-head">
        <p className="over-line">
          <span lang={lang}>{title ? titleOf(filling, language) : t('form')}</span>
          <span>{t('place', { place: place + 1, all: parts.length })}</span>
        </p>
        <PageHeading lang={lang}>{title?.text || titleOf(filling, language)}</PageHeading>
        {title?.help ? <FormWords words={title.help} /> : null}
      </header>
      <OfflineOnShared />
      <Problems key={`problems ${attempts}`} errors={errors} />
      <div className="questions" key={`questions ${filling.arrivals}`}>
        <ItemList items={here?.items ?? []} />
      </div>
      <PartFoot view={view} draft={draft} before={parts[place - 1]?.number} />
    </form>
  );
}

interface NextSettings extends Omit<PartPageProps, 'draft' | 'part' | 'field'> {
  readonly place: number;
}

function useNext({ view, filling, parts, place, setAttempted }: NextSettings) {
  const go = useGo();
  const t = useText(itemTexts);
  const language = useLanguage();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempts, setAttempts] = useState(0);
  const here = parts[place];
  const next = (): void => {
    const found = questionsIn(here?.items ?? []).flatMap((state): FieldError[] => {
      const problem = state.readOnly ? null : problemOf(state, filling.typed, t, language);
      return problem ? [{ field: fieldId(state.key), text: `${state.text} ${problem}` }] : [];
    });
    setErrors(found);
    setAttempts(attempts + 1);
    if (found.length > 0) return setAttempted(String(here?.number ?? ''));
    const onwards = parts[place + 1]?.number ?? 'check';
    go({ to: '/form/$formId/$part', params: { formId: view.formId, part: String(onwards) } });
  };
  return { errors, attempts, next };
}

/** After a new login, or a crash: the field where the patient was. */
function useFieldAgain(field: string | null, here: Part | undefined): void {
  const [wanted] = useState(field);
  const isHere = here !== undefined && questionsIn(here.items).some(({ key }) => key === wanted);
  useEffect(() => {
    if (wanted === null || !isHere || window.location.hash !== '') return;
    const frame = requestAnimationFrame(() => goToField(fieldId(wanted)));
    return () => cancelAnimationFrame(frame);
  }, [wanted, isHere]);
  useEffect(() => {
    if (window.location.hash.length < 2) return;
    const frame = requestAnimationFrame(() => goToField(decodeURIComponent(window.location.hash.slice(1))));
    return () => cancelAnimationFrame(frame);
  }, []);
}

interface PartFootProps {
  readonly view: FormView;
  readonly draft: FormDraft;
  readonly before: number | undefined;
}

function PartFoot({ view, draft, before }: PartFootProps) {
  const t = useText(formTexts);
  const { formId } = view;
  return (
    <div className="form-foot">
      <Button type="submit" className="wide">
        {t('next')}
      </Button>
      <div className="form-ways">
        {before === undefined ? (
          <AppLink to="/form/$formId" params={{ formId }} className="text-link">
            {t('back')}
          </AppLink>
        ) : (
          <AppLink to="/form/$formId/$part" params={{ formId, part: String(before) }} className="text-link">
            {t('back')}
          </AppLink>
        )}
        <SavedLine kept={draft.kept} />
        <AppLink to="/" className="text-link">
          {t('pause')}
        </AppLink>
      </div>
    </div>
  );
}
