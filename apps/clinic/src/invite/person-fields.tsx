import { useLanguage, useText } from '@skute/ui/i18n';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { FieldFor } from '../parts/field-for.tsx';
import { useClinician } from '../shell/clinic-session.ts';
import { dateInWords } from '../words/dates.ts';
import { ageOn, type Draft, type Filled } from './draft.ts';
import { takeOfferedNumber } from './offered-number.ts';
import { inviteTexts } from './texts.ts';

export interface FieldsProps {
  readonly form: Filled;
  readonly change: (more: Partial<Draft>) => void;
  readonly errorAt: (field: string) => string | undefined;
}

interface PersonFieldsProps extends FieldsProps {
  readonly lookUp: () => Promise<unknown>;
  readonly looking: boolean;
}

/** The number, and the name where nobody here knows it. */
export function PersonFields({ form, change, errorAt, lookUp, looking }: PersonFieldsProps) {
  const t = useText(inviteTexts);
  const { practice } = useClinician().session;
  useOffered((number) => {
    change({ number, person: null });
    void lookUp();
  });
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void lookUp();
  };
  return (
    <fieldset className="panel invite-part">
      <legend>{t('who')}</legend>
      <FieldFor
        id="number"
        label={t('number')}
        help={practice ? `${t('numberHelp')} ${t('numberPractice')}` : t('numberHelp')}
        error={form.person ? undefined : errorAt('number')}
      >
        {(attributes) => (
          <input
            {...attributes}
            className="ds-input short"
            inputMode="numeric"
            autoComplete="off"
            value={form.number}
            onChange={(event) => change({ number: event.target.value, person: null })}
            onBlur={() => void lookUp()}
            onKeyDown={press}
          />
        )}
      </FieldFor>
      <p role="status" className="found-person">
        {looking ? t('lookingUp') : <FoundPerson form={form} />}
      </p>
      {form.person && !form.person.known ? (
        <NameFields form={form} change={change} errorAt={errorAt} />
      ) : null}
    </fieldset>
  );
}

function FoundPerson({ form: { person, startsOn } }: Pick<FieldsProps, 'form'>) {
  const t = useText(inviteTexts);
  const language = useLanguage();
  if (!person) return null;
  const about = { date: dateInWords(person.born, language), age: ageOn(person.born, startsOn) };
  if (!person.known) return t('unknown', about);
  return (
    <>
      <strong>{t('known', { ...about, name: person.name })}</strong>{' '}
      {person.hasTreatment ? t('hasTreatment') : null}
    </>
  );
}

function NameFields({ form, change, errorAt }: FieldsProps) {
  const t = useText(inviteTexts);
  return (
    <div className="two-fields">
      {(['given', 'family'] as const).map((name) => (
        <FieldFor key={name} id={name} label={t(name)} error={errorAt(name)}>
          {(attributes) => (
            <input
              {...attributes}
              className="ds-input"
              autoComplete="off"
              maxLength={80}
              value={form[name]}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          )}
        </FieldFor>
      ))}
    </div>
  );
}

/** A number that was searched for among the patients, and not found there. */
function useOffered(take: (number: string) => void): void {
  const taken = useRef(take);
  useEffect(() => {
    const number = takeOfferedNumber();
    if (number) taken.current(number);
  }, []);
}
