import type { Answer, ItemState, Option } from '@skute/forms/rules';
import { useText } from '@skute/ui/i18n';
import { useState } from 'react';
import { ChoiceRows, type Row } from './choice-rows.tsx';
import type { FieldProps } from './fields.ts';
import { useActs, useLooks, useOptionWords } from './looks.ts';
import { itemTexts } from './texts.ts';
import { useFormWords } from './use-form-words.ts';

/** One of several, or several of them; with a field for something else where the form takes that. */
export function ChoiceField({ state, id, describedBy, invalid }: FieldProps) {
  const many = state.item.repeats;
  const open = useOpenAnswer(state);
  const rows = [...useOptionRows(state, open.text), ...(state.item.type === 'open-choice' ? [open.row] : [])];
  const short = state.item.orientation === 'horizontal' && !many && rows.length <= 5;
  return (
    <>
      <ChoiceRows
        id={id}
        kind={many ? 'checkbox' : 'radio'}
        rows={rows}
        layout={short ? 'chips' : 'rows'}
        describedBy={describedBy}
        invalid={invalid}
      />
      {open.row.chosen ? <OpenText id={`${id}-other`} {...open} /> : null}
    </>
  );
}

function useOptionRows(state: ItemState, openText: string | null): Row[] {
  const acts = useActs();
  const say = useOptionWords();
  const { sameAnswer } = useLooks().engine;
  const many = state.item.repeats;
  return state.options.map((option) => {
    const isGiven = ({ answer }: Option): boolean => state.answers.some((one) => sameAnswer(one, answer));
    const chosen = isGiven(option);
    return {
      name: JSON.stringify(option.answer),
      words: say(option),
      chosen,
      choose: () => {
        const others = many && openText !== null && !option.exclusive ? [{ valueString: openText }] : [];
        const answers = many ? toggled(state.options, option, isGiven) : [option.answer];
        acts.answer(state.key, [...answers, ...others]);
      },
    };
  });
}

/** *Ingen av disse* is chosen alone, and goes when something else is chosen. */
function toggled(options: readonly Option[], option: Option, isGiven: (option: Option) => boolean): Answer[] {
  const before = options.filter(isGiven);
  if (before.includes(option)) return before.filter((one) => one !== option).map(({ answer }) => answer);
  const left = option.exclusive ? [] : before.filter(({ exclusive }) => !exclusive);
  return options.filter((one) => one === option || left.includes(one)).map(({ answer }) => answer);
}

/** An answer of the patient's own, beside those of the form. */
function useOpenAnswer(state: ItemState) {
  const t = useText(itemTexts);
  const acts = useActs();
  const words = useFormWords();
  const given = state.answers.find(({ valueString }) => valueString !== undefined)?.valueString ?? null;
  const [opened, setOpened] = useState(given !== null);
  const [text, setText] = useState(given ?? '');
  const coded = state.answers.filter(({ valueString }) => valueString === undefined);
  const kept = state.item.repeats ? coded : [];
  const chosen = state.item.repeats ? opened : opened && coded.length === 0;
  const write = (typed: string): void => {
    setText(typed);
    acts.answer(state.key, typed.trim() === '' ? kept : [...kept, { valueString: typed }]);
  };
  const choose = (): void => {
    const close = state.item.repeats && opened;
    setOpened(!close);
    if (close) acts.answer(state.key, kept);
    else write(text);
  };
  const label = words(state.item.openLabel) ?? t('other');
  return { row: { name: 'other', words: label, chosen, choose }, text: chosen ? text : null, write };
}

function OpenText({ id, text, write }: { id: string; text: string | null; write: (typed: string) => void }) {
  const t = useText(itemTexts);
  const { showProblems } = useLooks();
  return (
    <div className="open-text">
      <label htmlFor={id}>{t('otherText')}</label>
      <input
        id={id}
        className="ds-input"
        value={text ?? ''}
        aria-invalid={showProblems && text === '' ? true : undefined}
        onChange={(event) => write(event.currentTarget.value)}
      />
    </div>
  );
}
