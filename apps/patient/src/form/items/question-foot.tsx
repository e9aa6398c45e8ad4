import type { ItemState } from '@skute/forms/rules';
import { Button, VisuallyHidden } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import type { FieldKind } from './fields.ts';
import { useActs } from './looks.ts';
import { itemTexts } from './texts.ts';

/** *Vil ikke svare*, where the form allows it; and the way back from an answer that need not be given. */
export function QuestionFoot({ state, kind, id }: { state: ItemState; kind: FieldKind; id: string }) {
  const t = useText(itemTexts);
  const acts = useActs();
  const oneTap = kind === 'radio' || kind === 'yes-no' || kind === 'scale' || kind === 'line';
  const clearable = oneTap && !state.required && state.answers.length > 0;
  if (!state.item.mayDecline && !clearable) return null;
  return (
    <div className="question-foot">
      {state.item.mayDecline ? (
        <label className="decline">
          <input
            type="checkbox"
            className="ds-input"
            id={`${id}-decline`}
            checked={state.declined}
            onChange={(event) => acts.decline(state.key, event.currentTarget.checked)}
          />
          <span>
            {t('decline')}
            <VisuallyHidden>: {state.text}</VisuallyHidden>
          </span>
        </label>
      ) : null}
      {clearable ? (
        <Button
          variant="tertiary"
          onClick={() => {
            acts.answer(state.key, []);
            document.getElementById(id)?.focus();
          }}
        >
          {t('clear')}
          <VisuallyHidden>: {state.text}</VisuallyHidden>
        </Button>
      ) : null}
    </div>
  );
}
