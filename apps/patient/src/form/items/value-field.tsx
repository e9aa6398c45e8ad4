import { Button } from '@skute/ui/base';
import { useLanguage, useText } from '@skute/ui/i18n';
import { useEffect, useRef, useState } from 'react';
import type { FieldProps } from './fields.ts';
import { useActs, useLooks } from './looks.ts';
import { itemTexts } from './texts.ts';
import { useFormWords } from './use-form-words.ts';
import { ValueInput } from './value-input.tsx';
import { answerFrom, type Entry, typedOf } from './values.ts';

/** One value. What is typed is drawn at once; what the form makes of it may come a moment later. */
export function ValueField({ state, id, describedBy, invalid }: FieldProps) {
  const acts = useActs();
  const language = useLanguage();
  const looks = useLooks();
  const [typed, setTyped] = useState(
    () => acts.typed(looks)[state.key] ?? typedOf(state, state.answers[0], language),
  );
  const enter = (entry: Entry): void => {
    setTyped(entry.typed);
    acts.answer(state.key, entry.answer ? [entry.answer] : [], { [state.key]: entry.typed });
  };
  // Declining takes the answer away; what was written goes with it.
  const shown = state.declined ? '' : typed;
  return (
    <ValueInput
      state={state}
      id={id}
      typed={shown}
      answer={state.answers[0]}
      describedBy={describedBy}
      invalid={invalid}
      onEntry={enter}
    />
  );
}

/** Several values of one question, one below the other, with a button for one more. */
export function ValuesField({ state, id, describedBy, invalid }: FieldProps) {
  const t = useText(itemTexts);
  const acts = useActs();
  const language = useLanguage();
  const words = useFormWords();
  const [rows, setRows] = useState<readonly string[]>(() =>
    state.answers.length > 0 ? state.answers.map((answer) => typedOf(state, answer, language)) : [''],
  );
  const list = useRef<HTMLUListElement>(null);
  const focusOn = useRef<number | null>(null);
  useEffect(() => {
    if (focusOn.current === null) return;
    list.current?.querySelectorAll<HTMLElement>('input, textarea')[focusOn.current]?.focus();
    focusOn.current = null;
  }, [rows]);
  const change = (after: readonly string[]): void => {
    setRows(after);
    acts.answer(
      state.key,
      after.map((text) => answerFrom(state, text)).filter((answer) => answer !== null),
    );
  };
  const most = state.item.maxOccurs;
  return (
    <>
      <ul className="plain-list stack" ref={list}>
        {rows.map((text, place) => (
          // Rows have no name but their place.
          <li key={place} className="values-row">
            <ValueInput
              state={state}
              id={place === 0 ? id : `${id}-${place}`}
              typed={text}
              answer={undefined}
              describedBy={describedBy}
              invalid={invalid}
              label={`${state.text} ${place + 1}`}
              onEntry={({ typed }) => change(rows.map((row, other) => (other === place ? typed : row)))}
            />
            {rows.length > 1 ? (
              <Button
                variant="tertiary"
                onClick={() => {
                  change(rows.filter((_, other) => other !== place));
                  focusOn.current = Math.max(0, place - 1);
                }}
              >
                {t('remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {most === null || rows.length < most ? (
        <Button
          variant="secondary"
          onClick={() => {
            setRows([...rows, '']);
            focusOn.current = rows.length;
          }}
        >
          {words(state.item.repeatsText) ?? t('add')}
        </Button>
      ) : null}
    </>
  );
}
