import { useText } from '@skute/ui/i18n';
import { useState } from 'react';
import type { FieldProps } from './fields.ts';
import { useActs, useLooks, useOptionWords } from './looks.ts';
import { itemTexts } from './texts.ts';

/** One of many, from the browser's own list. */
export function DropDownField({ state, id, describedBy, invalid }: FieldProps) {
  const t = useText(itemTexts);
  const acts = useActs();
  const say = useOptionWords();
  const { engine, lang } = useLooks();
  const place = state.options.findIndex((option) =>
    state.answers.some((one) => engine.sameAnswer(one, option.answer)),
  );
  return (
    <select
      id={id}
      className="ds-input"
      value={place < 0 ? '' : String(place)}
      aria-describedby={describedBy}
      aria-invalid={invalid ? true : undefined}
      onChange={(event) => {
        const option = state.options[Number(event.currentTarget.value)];
        acts.answer(state.key, event.currentTarget.value === '' || !option ? [] : [option.answer]);
      }}
    >
      <option value="">{t('choose')}</option>
      {state.options.map((option, number) => (
        <option key={JSON.stringify(option.answer)} value={number} lang={lang}>
          {say(option)}
        </option>
      ))}
    </select>
  );
}

/** One of very many, found by writing. Where the form takes other answers too, what is written is the answer. */
export function AutocompleteField({ state, id, describedBy, invalid }: FieldProps) {
  const acts = useActs();
  const say = useOptionWords();
  const looks = useLooks();
  const { engine, lang } = looks;
  const given = state.options.find((option) =>
    state.answers.some((one) => engine.sameAnswer(one, option.answer)),
  );
  const [typed, setTyped] = useState(
    acts.typed(looks)[state.key] ?? (given ? say(given) : (state.answers[0]?.valueString ?? '')),
  );
  const write = (text: string): void => {
    setTyped(text);
    const wanted = text.trim().toLowerCase();
    const option = state.options.find((one) => say(one).toLowerCase() === wanted);
    const own = state.item.type === 'open-choice' && wanted !== '' ? [{ valueString: text }] : [];
    acts.answer(state.key, option ? [option.answer] : own, { [state.key]: text });
  };
  return (
    <>
      <input
        id={id}
        className="ds-input"
        list={`${id}-list`}
        autoComplete="off"
        value={typed}
        aria-describedby={describedBy}
        aria-invalid={invalid ? true : undefined}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <datalist id={`${id}-list`} lang={lang}>
        {state.options.map((option) => (
          <option key={JSON.stringify(option.answer)} value={say(option)}>
            {say(option)}
          </option>
        ))}
      </datalist>
    </>
  );
}
