import { useLanguage, useText } from '@skute/ui/i18n';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { FieldFor } from '../parts/field-for.tsx';
import { useClinician } from '../shell/clinic-session.ts';
import { dateInWords } from '../words/dates.ts';
import { ageOn, type Draft, type Filled } from './draft.ts';
import { takeOfferedNumber } from './offered-number.ts';
import { inviteTexts } from './texts.ts';
import { useLookUp } from './use-look-up.ts';

export interface FieldsProps {
  readonly form: Filled;
  readonly change: (more: Partial<Draft>) => void;
  readonly errorAt: (field: string) => string | undefined;
}

/** The number, and the name where nobody here knows it. */
export function PersonFields({ form, change, errorAt }: FieldsProps) {
  const t = useText(inviteTexts);
  const { practice } = useClinician().session;
  const field = useRef<HTMLInputElement>(null);
  const { look, looking, error } = useLookUp((number, person) => {
    // The answer to a number that has been changed meanwhile is nobody's.
    if (number === field.current?.value.trim()) change({ number, person });
  });
  const lookUp = (number: string): void => {
    if (number.trim() !== '' && !form.person) look(number.trim());
  };
  useOffered((number) => {
    change({ number, person: null });
    look(number);
  });
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    lookUp(form.number);
  };
  return (
    <fieldset className="panel invite-part">
      <legend>{t('who')}</legend>
      <FieldFor
        id="number"
        label={t('number')}
        help={practice ? `${t('numberHelp')} ${t('numberPractice')}` : t('numberHelp')}
        error={form.person ? undefined : (error ?? errorAt('number'))}
      >
        {(attributes) => (
          <input
            {...attributes}
            ref={field}
            className="ds-input short"
            inputMode="numeric"
            autoComplete="off"
            value={form.number}
            onChange={(event) => change({ number: event.target.value, person: null })}
            onBlur={() => lookUp(form.number)}
            onKeyDown={press}
          />
        )}
      </FieldFor>
      <p role="status" className="found-person">
        {looking ? t('lookingUp') : <FoundPerson form={form} />}
      </p>
      {form.person && !form.person.known ? <NameFields form={form} change={change} errorAt={errorAt} /> : null}
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
      <strong>{t('known', { ...about, name: person.name })}</strong> {person.hasTreatment ? t('hasTreatment') : null}
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
