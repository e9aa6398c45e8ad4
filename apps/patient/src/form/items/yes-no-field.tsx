import { useText } from '@skute/ui/i18n';
import { ChoiceRows } from './choice-rows.tsx';
import type { FieldProps } from './fields.ts';
import { useActs } from './looks.ts';
import { itemTexts } from './texts.ts';

export function YesNoField({ state, id, describedBy, invalid }: FieldProps) {
  const t = useText(itemTexts);
  const acts = useActs();
  const given = state.answers[0]?.valueBoolean;
  const rows = [true, false].map((yes) => ({
    name: String(yes),
    words: t(yes ? 'yes' : 'no'),
    chosen: given === yes,
    choose: () => acts.answer(state.key, [{ valueBoolean: yes }]),
  }));
  return (
    <ChoiceRows
      id={id}
      kind="radio"
      rows={rows}
      layout="chips"
      describedBy={describedBy}
      invalid={invalid}
      ours
    />
  );
}
