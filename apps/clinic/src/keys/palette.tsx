import { useText } from '@skute/ui/i18n';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { askForSearch } from '../patients/search-wish.ts';
import { Modal } from '../parts/modal.tsx';
import { type Act, currentActs } from './acts.ts';
import { Keys } from './keys.tsx';
import { keyTexts } from './texts.ts';

/** Every act by name, with its key beside it. A name that is no act searches among the patients. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useText(keyTexts);
  const id = useId();
  const [acts] = useState(currentActs);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const navigate = useNavigate();
  const search: Act = {
    id: 'search-for',
    label: t('searchFor', { text: typed.trim() }),
    group: 'always',
    run: () => {
      askForSearch(typed.trim());
      void navigate({ to: '/patients' });
    },
  };
  const found = [...acts.filter((act) => says(act.label, typed)), ...(typed.trim() === '' ? [] : [search])];
  const chosen = found[Math.min(at, found.length - 1)];
  const run = (act: Act | undefined): void => {
    onClose();
    // After the dialog has given focus back, so that the act finds the row it was called from.
    if (act) setTimeout(act.run);
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined)
      setAt((was) => (Math.min(was, found.length - 1) + step + found.length) % found.length);
    else if (event.key === 'Enter') run(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <Modal title={t('palette')} onClose={onClose} className="palette">
      <input
        className="ds-input"
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
        aria-label={t('paletteHelp')}
        placeholder={t('paletteHelp')}
        data-autofocus=""
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div role="listbox" id={`${id}-list`} aria-label={t('palette')} className="palette-list">
        {found.map((act) => (
          <PaletteLine
            key={act.id}
            id={`${id}-${act.id}`}
            act={act}
            chosen={act === chosen}
            run={() => run(act)}
          />
        ))}
      </div>
      <p role="status" className="ds-sr-only">
        {t('found', { count: found.length })}
      </p>
    </Modal>
  );
}

function PaletteLine(props: { id: string; act: Act; chosen: boolean; run: () => void }) {
  const { id, act, chosen, run } = props;
  return (
    // The field has focus and the keys; the pointer may choose too.
    <div
      role="option"
      id={id}
      aria-selected={chosen}
      tabIndex={-1}
      className="palette-line"
      onClick={run}
      onKeyDown={() => undefined}
    >
      <span>{act.label}</span>
      {act.keys ? <Keys keys={act.keys} /> : null}
    </div>
  );
}

function says(label: string, typed: string): boolean {
  const words = label.toLocaleLowerCase();
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
