import type { ItemState } from '@skute/forms/rules';
import { useText } from '@skute/ui/i18n';
import { fieldId } from '../field-ids.ts';
import { useAnswerWords } from './answer-words.ts';
import { useLooks } from './looks.ts';
import { itemTexts } from './texts.ts';

/** What nobody writes: worked out from the answers, or given beforehand. Said again when it changes. */
export function ReadOnly({ state }: { state: ItemState }) {
  const t = useText(itemTexts);
  const say = useAnswerWords();
  const { lang } = useLooks();
  const id = fieldId(state.key);
  return (
    <div className="question read-only">
      <span className="question-words" id={`${id}-words`}>
        <span lang={lang}>{state.text}</span>
        {state.item.calculatedExpression === null ? null : (
          <span className="optional"> {t('calculated')}</span>
        )}
      </span>
      <output id={id} aria-labelledby={`${id}-words`} tabIndex={-1}>
        {state.answers.map((answer) => say(state, answer)).join(', ') || '–'}
      </output>
    </div>
  );
}
