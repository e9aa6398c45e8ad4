import type { Answer, ItemState } from '@skute/forms/rules';
import { useText } from '@skute/ui/i18n';
import type { ChangeEvent } from 'react';
import { useLooks } from './looks.ts';
import { itemTexts } from './texts.ts';
import { answerFrom, type Entry } from './values.ts';

interface ValueInputProps {
  readonly state: ItemState;
  readonly id: string;
  readonly typed: string;
  readonly answer: Answer | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid: boolean;
  /** Set where the question stands elsewhere. */
  readonly label?: string;
  readonly onEntry: (entry: Entry) => void;
}

/** A text, a number, a day or a time: what is written is kept as it was written. */
export function ValueInput(props: ValueInputProps) {
  const { state, id, typed, describedBy, invalid, label, onEntry } = props;
  const { item } = state;
  const { lang } = useLooks();
  const common = {
    id,
    className: 'ds-input',
    value: typed,
    placeholder: state.prompt ?? undefined,
    'aria-describedby': describedBy,
    'aria-invalid': invalid ? true : undefined,
    'aria-label': label,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const text = event.currentTarget.value;
      onEntry({ typed: text, answer: answerFrom(state, text, props.answer?.valueQuantity?.code) });
    },
  };
  if (item.type === 'text' || item.control === 'text-area') return <TextArea state={state} {...common} />;
  return (
    <div className="value-row" data-type={item.type}>
      <input {...common} {...inputKind(state)} />
      {item.type === 'quantity' && item.unitOptions.length > 1 ? (
        <UnitSelect {...props} />
      ) : state.unit ? (
        <span lang={lang}>{state.unit}</span>
      ) : null}
    </div>
  );
}

function inputKind({ item, limits }: ItemState) {
  const bounds = {
    min: typeof limits.min === 'string' ? limits.min.slice(0, 16) : undefined,
    max: typeof limits.max === 'string' ? limits.max.slice(0, 16) : undefined,
  };
  switch (item.type) {
    case 'integer':
      return { inputMode: 'numeric', autoComplete: 'off' } as const;
    case 'decimal':
    case 'quantity':
      return { inputMode: 'decimal', autoComplete: 'off' } as const;
    case 'date':
      return { type: 'date', ...bounds } as const;
    case 'dateTime':
      return { type: 'datetime-local', ...bounds } as const;
    case 'time':
      return { type: 'time' } as const;
    case 'url':
      return { type: 'text', inputMode: 'url', autoCapitalize: 'none' } as const;
    default:
      return item.control === 'phone' ? ({ type: 'tel', autoComplete: 'tel' } as const) : { type: 'text' };
  }
}

function TextArea({ state, ...common }: { state: ItemState } & React.ComponentProps<'textarea'>) {
  const t = useText(itemTexts);
  const most = state.limits.maxLength;
  const used = [...String(common.value)].length;
  return (
    <>
      <textarea {...common} rows={4} />
      {most !== null && used > most * 0.8 ? (
        <p className="small letters">{t('letters', { used, most })}</p>
      ) : null}
    </>
  );
}

function UnitSelect({ state, id, typed, answer, onEntry }: ValueInputProps) {
  const t = useText(itemTexts);
  const { lang } = useLooks();
  return (
    <select
      className="ds-input"
      aria-label={t('unit')}
      id={`${id}-unit`}
      lang={lang}
      value={answer?.valueQuantity?.code ?? state.item.unitOptions[0]?.code}
      onChange={(event) => onEntry({ typed, answer: answerFrom(state, typed, event.currentTarget.value) })}
    >
      {state.item.unitOptions.map(({ code, display }) => (
        <option key={code ?? display} value={code}>
          {display ?? code}
        </option>
      ))}
    </select>
  );
}
