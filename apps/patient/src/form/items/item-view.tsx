import type { ItemState } from '@skute/forms/rules';
import { Button } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { memo, useEffect, useRef } from 'react';
import { fieldId } from '../field-ids.ts';
import { FormWords } from './form-words.tsx';
import { useActs, useLooks } from './looks.ts';
import { Question } from './question.tsx';
import { itemTexts } from './texts.ts';
import { useFormWords } from './use-form-words.ts';

/** Items in the form's order. After the last time of a group that repeats comes the button for one more. */
export function ItemList({ items }: { items: readonly ItemState[] }) {
  return items.flatMap((state, place) => [
    <ItemView key={state.key} state={state} />,
    // Named after the item and not its last time: the button stays the same when one more has come.
    state.visible && state.mayAdd && items[place + 1]?.item !== state.item ? (
      <AddTime
        key={addId(state.key)}
        state={state}
        times={items.filter(({ item }) => item === state.item).length}
      />
    ) : null,
  ]);
}

/** Drawn anew only when its own state is another: `steadyStates` sees to that it is not. */
const ItemView = memo(function ItemView({ state }: { state: ItemState }) {
  if (!state.visible || state.item.partOfParent) return null;
  if (state.item.type === 'group') return <Group state={state} />;
  // Words that come because of an answer are meant for this patient now, and stand out.
  if (state.item.type === 'display')
    return (
      <FormWords
        words={state.text}
        className={state.item.enableWhen.length > 0 ? 'form-words notice' : 'form-words'}
      />
    );
  return (
    <>
      <Question state={state} />
      <ItemList items={state.items} />
    </>
  );
});

function Group({ state }: { state: ItemState }) {
  const { lang } = useLooks();
  const table = state.item.control === 'table' || state.item.control === 'grid';
  return (
    <fieldset className="form-group" data-table={table}>
      <legend id={fieldId(state.key)} tabIndex={-1} lang={lang}>
        {state.item.repeats ? `${state.text} ${timeOf(state.key)}`.trim() : state.text}
      </legend>
      {state.help ? <FormWords words={state.help} /> : null}
      <ItemList items={state.items} />
      {state.mayRemove ? <RemoveTime state={state} /> : null}
    </fieldset>
  );
}

/** `medicine:2` is the second. */
const timeOf = (key: string): string => /:(\d+)$/.exec(key)?.[1] ?? '1';

/** `medicine:2/dose` stands in `medicine`, whichever time of it. */
const addId = (key: string): string => `${fieldId(key.replace(/:\d+$/, ''))}-add`;

function AddTime({ state, times }: { state: ItemState; times: number }) {
  const t = useText(itemTexts);
  const acts = useActs();
  const words = useFormWords();
  const pressed = useRef(false);
  // Goes to the new group; after one was taken away the focus stays on this button.
  useEffect(() => {
    if (!pressed.current || times === 0) return;
    pressed.current = false;
    document.getElementById(fieldId(state.key))?.focus();
  }, [times, state.key]);
  return (
    <Button
      variant="secondary"
      id={addId(state.key)}
      onClick={() => {
        pressed.current = true;
        acts.add(state.key);
      }}
    >
      {words(state.item.repeatsText) ?? t('add')}
    </Button>
  );
}

function RemoveTime({ state }: { state: ItemState }) {
  const t = useText(itemTexts);
  const acts = useActs();
  return (
    <Button
      variant="tertiary"
      onClick={() => {
        acts.remove(state.key);
        requestAnimationFrame(() => document.getElementById(addId(state.key))?.focus());
      }}
    >
      {t('remove')}
      <span className="ds-sr-only">: {state.text}</span>
    </Button>
  );
}
