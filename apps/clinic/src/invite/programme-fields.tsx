import { languageNames, languages, useText } from '@skute/ui/i18n';
import { FieldFor } from '../parts/field-for.tsx';
import type { Programme } from './draft.ts';
import type { FieldsProps } from './person-fields.tsx';
import { inviteTexts } from './texts.ts';

interface ProgrammeFieldsProps extends FieldsProps {
  readonly programmes: readonly Programme[];
  readonly today: string;
}

/** Which programme, from when, and in which language. The usual is chosen already. */
export function ProgrammeFields({ form, programmes, change, errorAt, today }: ProgrammeFieldsProps) {
  const t = useText(inviteTexts);
  return (
    <fieldset className="panel invite-part">
      <legend>{t('what')}</legend>
      <FieldFor
        id="programme"
        label={t('programme')}
        help={sizeOf(form.programme, t)}
        error={errorAt('programme')}
      >
        {(attributes) => (
          <select
            {...attributes}
            className="ds-input"
            value={form.programme?.versionId ?? ''}
            onChange={(event) => change({ versionId: event.target.value, answers: {} })}
          >
            {form.programme ? null : <option value="">{t('programmeMissing')}</option>}
            {programmes.map(({ versionId, title }) => (
              <option key={versionId} value={versionId}>
                {title}
              </option>
            ))}
          </select>
        )}
      </FieldFor>
      <div className="two-fields">
        <FieldFor id="starts-on" label={t('startsOn')} error={errorAt('starts-on')}>
          {(attributes) => (
            <input
              {...attributes}
              className="ds-input"
              type="date"
              min={today}
              value={form.startsOn}
              onChange={(event) => change({ startsOn: event.target.value })}
            />
          )}
        </FieldFor>
        <FieldFor id="language" label={t('language')}>
          {(attributes) => (
            <select
              {...attributes}
              className="ds-input"
              value={form.language}
              onChange={(event) =>
                change({ language: languages.find((one) => one === event.target.value) ?? 'nb' })
              }
            >
              {languages.map((one) => (
                <option key={one} value={one}>
                  {languageNames[one]}
                </option>
              ))}
            </select>
          )}
        </FieldFor>
      </div>
    </fieldset>
  );
}

function sizeOf(
  programme: Programme | undefined,
  t: ReturnType<typeof useText<keyof typeof inviteTexts.texts>>,
) {
  return programme
    ? t('size', { modules: programme.modules, steps: programme.steps, days: programme.days })
    : undefined;
}
