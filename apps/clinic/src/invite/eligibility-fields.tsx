import { useText } from '@skute/ui/i18n';
import { FieldFor } from '../parts/field-for.tsx';
import { ageOn, type Line, lineState } from './draft.ts';
import { fieldOf, reasonFieldOf } from './missing.ts';
import type { FieldsProps } from './person-fields.tsx';
import { inviteTexts } from './texts.ts';

/** The programme's list, line by line. A line that is not met may be set aside with a reason. */
export function EligibilityFields(props: FieldsProps) {
  const t = useText(inviteTexts);
  const lines = props.form.programme?.eligibility ?? [];
  if (lines.length === 0) return null;
  return (
    <fieldset className="panel invite-part">
      <legend>{t('fits')}</legend>
      <ol className="eligibility">
        {lines.map((line) => (
          <li key={line.id}>
            {line.kind === 'age' ? (
              <AgeLine line={line} {...props} />
            ) : (
              <ConfirmLine line={line} {...props} />
            )}
            <OverrideField line={line} {...props} />
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

type LineProps = FieldsProps & { readonly line: Line };

/** Worked out from the number and the start date: nothing to answer. */
function AgeLine({ line, form, errorAt }: LineProps) {
  const t = useText(inviteTexts);
  const age = form.person ? ageOn(form.person.born, form.startsOn) : undefined;
  const state = lineState(line, form).kind;
  const word = state === 'met' ? 'ageMet' : 'ageNotMet';
  const error = errorAt(fieldOf(line));
  return (
    <div id={fieldOf(line)} tabIndex={-1} className="eligibility-line">
      <p className="question">{line.question}</p>
      <p className="field-help">{line.help}</p>
      <p className="answer">{age === undefined ? t('ageUnknown') : t(word, { age })}</p>
      {error ? <p className="field-error">{error}</p> : null}
    </div>
  );
}

function ConfirmLine({ line, form, change, errorAt }: LineProps) {
  const t = useText(inviteTexts);
  const field = fieldOf(line);
  const answer = form.answers[line.id];
  const error = errorAt(field);
  const choose = (met: boolean): void =>
    change({ answers: { ...form.answers, [line.id]: { reason: answer?.reason ?? '', met } } });
  return (
    <div
      role="radiogroup"
      className="eligibility-line"
      aria-labelledby={`${field}-question`}
      aria-describedby={`${field}-help`}
      aria-invalid={error ? true : undefined}
    >
      <p id={`${field}-question`} className="question">
        {line.question}
      </p>
      <p id={`${field}-help`} className="field-help">
        {line.help}
      </p>
      <div className="yes-no">
        {[true, false].map((met) => (
          <label key={String(met)}>
            <input
              type="radio"
              className="ds-input"
              // The first of the two is where the error summary leads.
              id={met ? field : `${field}-no`}
              name={field}
              checked={answer?.met === met}
              onChange={() => choose(met)}
            />
            {met ? t('yes') : t('no')}
          </label>
        ))}
      </div>
      {error ? <p className="field-error">{error}</p> : null}
    </div>
  );
}

function OverrideField({ line, form, change, errorAt }: LineProps) {
  const t = useText(inviteTexts);
  if (lineState(line, form).kind !== 'needs-reason') return null;
  const answer = form.answers[line.id];
  return (
    <FieldFor
      id={reasonFieldOf(line)}
      label={t('override')}
      help={t('overrideHelp')}
      error={errorAt(reasonFieldOf(line))}
    >
      {(attributes) => (
        <textarea
          {...attributes}
          className="ds-input"
          rows={2}
          maxLength={500}
          value={answer?.reason ?? ''}
          onChange={(event) =>
            change({ answers: { ...form.answers, [line.id]: { ...answer, reason: event.target.value } } })
          }
        />
      )}
    </FieldFor>
  );
}
