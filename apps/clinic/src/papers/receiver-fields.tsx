import { useText } from '@skute/ui/i18n';
import { FieldFor } from '../parts/field-for.tsx';
import { writingTexts } from './texts.ts';
import type { useReceivers } from './use-receivers.ts';

interface ReceiverFieldsProps {
  /** Notes go to the record, and nowhere else. */
  readonly letter: boolean;
  readonly receivers: ReturnType<typeof useReceivers>;
}

export function ReceiverFields({ letter, receivers: { value, change, wrong } }: ReceiverFieldsProps) {
  const t = useText(writingTexts);
  const fault = wrong.record ? t(wrong.record) : undefined;
  return (
    <fieldset className="receivers">
      <legend>{t('receivers')}</legend>
      <label className="check">
        <input
          id="receiver-record"
          type="checkbox"
          checked={value.record}
          aria-describedby={fault ? 'receiver-fault' : undefined}
          onChange={(event) => change({ ...value, record: event.target.checked })}
        />
        {t('toRecord')}
      </label>
      {letter ? (
        <label className="check">
          <input
            type="checkbox"
            checked={value.gp}
            onChange={(event) => change({ ...value, gp: event.target.checked })}
          />
          {t('toGp')}
        </label>
      ) : null}
      {fault ? (
        <p id="receiver-fault" className="field-error">
          {fault}
        </p>
      ) : null}
      {letter && value.gp ? <GpFields receivers={{ value, change, wrong }} /> : null}
    </fieldset>
  );
}

const gpFields = [
  ['name', 'gpName', 120],
  ['herId', 'herId', 10],
  ['organisationNumber', 'organisationNumber', 11],
] as const;

function GpFields({
  receivers: { value, change, wrong },
}: {
  receivers: Pick<ReceiverFieldsProps['receivers'], 'value' | 'change' | 'wrong'>;
}) {
  const t = useText(writingTexts);
  return (
    <div className="gp-fields">
      {gpFields.map(([key, label, longest]) => {
        const fault = wrong[key];
        return (
          <FieldFor key={key} id={`receiver-${key}`} label={t(label)} error={fault ? t(fault) : undefined}>
            {(field) => (
              <input
                {...field}
                className={key === 'name' ? 'ds-input' : 'ds-input short'}
                inputMode={key === 'name' ? 'text' : 'numeric'}
                maxLength={longest}
                value={value[key]}
                onChange={(event) => change({ ...value, [key]: event.target.value })}
              />
            )}
          </FieldFor>
        );
      })}
    </div>
  );
}
