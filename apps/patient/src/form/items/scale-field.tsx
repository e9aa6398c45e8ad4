import { useLanguage } from '@skute/ui/i18n';
import { ChoiceRows } from './choice-rows.tsx';
import type { FieldProps } from './fields.ts';
import { useActs } from './looks.ts';
import { ScaleEnds } from './scale-ends.tsx';
import { numberInWords } from './values.ts';

/** A scale of few points, each a chip to tap: 0–10 and the like. */
export function ScaleField({ state, id, describedBy, invalid }: FieldProps) {
  const acts = useActs();
  const language = useLanguage();
  const given = state.answers[0]?.valueInteger ?? state.answers[0]?.valueDecimal;
  const rows = pointsOf(state).map((point) => ({
    name: String(point),
    words: numberInWords(point, language),
    chosen: given === point,
    choose: () =>
      acts.answer(state.key, [
        state.item.type === 'integer' ? { valueInteger: point } : { valueDecimal: point },
      ]),
  }));
  return (
    <div className="scale" data-points={rows.length}>
      <ChoiceRows
        id={id}
        kind="radio"
        rows={rows}
        layout="chips"
        describedBy={describedBy}
        invalid={invalid}
        ours
      />
      <ScaleEnds state={state} />
    </div>
  );
}

function pointsOf({ limits }: FieldProps['state']): number[] {
  const [min, max, step] = [Number(limits.min), Number(limits.max), limits.step ?? 1];
  const count = Math.floor((max - min) / step + 1e-9) + 1;
  // 0.1 + 0.2 is not 0.3: what is stored is what is shown.
  return Array.from({ length: count }, (_, place) => Number((min + place * step).toFixed(6)));
}
