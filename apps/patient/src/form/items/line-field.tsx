import { Button } from '@skute/ui/base';
import { useLanguage, useText } from '@skute/ui/i18n';
import { useState } from 'react';
import type { FieldProps } from './fields.ts';
import { useActs } from './looks.ts';
import { ScaleEnds } from './scale-ends.tsx';
import { itemTexts } from './texts.ts';
import { numberInWords } from './values.ts';

/**
 * A long scale as a line. It takes taps, arrows, and the buttons at its ends, and has no mark before it is answered: a mark in the
 * middle would be an answer that nobody gave.
 */
export function LineField({ state, id, describedBy, invalid }: FieldProps) {
  const t = useText(itemTexts);
  const language = useLanguage();
  const { min, max, step, given, set } = useLine(state);
  // The browser tells of a change only when the value is another one, and the line stands at the middle from the start.
  const [middle] = useState(() => Number((min + Math.round((max - min) / 2 / step) * step).toFixed(6)));
  const said = given === undefined ? t('notSet') : numberInWords(given, language);
  return (
    <div className="line-field">
      <output className="line-value" data-empty={given === undefined} htmlFor={id}>
        {given === undefined ? t('tapLine') : said}
      </output>
      <div className="line-row">
        <Button variant="secondary" onClick={() => set((given ?? middle) - step)}>
          <span aria-hidden="true">−</span>
          <span className="ds-sr-only">{t('less')}</span>
        </Button>
        <input
          type="range"
          className="line-input"
          id={id}
          min={min}
          max={max}
          step={step}
          value={given ?? middle}
          data-empty={given === undefined}
          aria-valuetext={said}
          aria-describedby={describedBy}
          aria-invalid={invalid ? true : undefined}
          onChange={(event) => set(event.currentTarget.valueAsNumber)}
          onPointerUp={(event) => set(event.currentTarget.valueAsNumber)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            set(event.currentTarget.valueAsNumber);
          }}
        />
        <Button variant="secondary" onClick={() => set((given ?? middle) + step)}>
          <span aria-hidden="true">+</span>
          <span className="ds-sr-only">{t('more')}</span>
        </Button>
      </div>
      <ScaleEnds state={state} />
    </div>
  );
}

function useLine(state: FieldProps['state']) {
  const acts = useActs();
  const [min, max, step] = [Number(state.limits.min), Number(state.limits.max), state.limits.step ?? 1];
  const given = state.answers[0]?.valueInteger ?? state.answers[0]?.valueDecimal;
  const set = (value: number): void => {
    const within = Number(Math.min(max, Math.max(min, value)).toFixed(6));
    if (within === given) return;
    acts.answer(state.key, [
      state.item.type === 'integer' ? { valueInteger: within } : { valueDecimal: within },
    ]);
  };
  return { min, max, step, given, set };
}
