import type { PaperDraft } from '@skute/papers/contract';
import { Button } from '@skute/ui/base';
import { type Language, languageNames, languages, useText } from '@skute/ui/i18n';
import { useRef, useState } from 'react';
import { useActs } from '../keys/acts.ts';
import { copyText } from '../parts/copy-text.ts';
import { FieldFor } from '../parts/field-for.tsx';
import { useArrival } from '../parts/use-arrival.ts';
import { BackToPapers } from './back-to-papers.tsx';
import { ConflictBox } from './conflict-box.tsx';
import { PaperView } from './paper-view.tsx';
import { PartField } from './part-field.tsx';
import { papersTexts, writingTexts } from './texts.ts';
import type { useWriting } from './use-writing.ts';

interface PaperEditorProps {
  readonly treatmentId: string;
  readonly draft: PaperDraft;
  readonly writing: ReturnType<typeof useWriting>;
  readonly toSend: () => void;
}

/** What is written on the left, the whole paper on the right. */
export function PaperEditor({ treatmentId, draft, writing, toSend }: PaperEditorProps) {
  const t = useText(writingTexts);
  const papers = useText(papersTexts);
  const region = useRef<HTMLDivElement>(null);
  const [checked, setChecked] = useState(false);
  useArrival(region);
  const copy = async (): Promise<void> => {
    const { paper } = (await writing.save()) ?? draft;
    await copyText(paper.plainText, { done: papers('copied'), failed: papers('notCopied') });
  };
  const goOn = async (): Promise<void> => {
    const saved = await writing.save();
    if (!saved) return;
    setChecked(true);
    const [first] = saved.missing;
    if (first === undefined) toSend();
    else document.getElementById(`part-${first}`)?.focus();
  };
  useActs([
    { id: 'copy', label: papers('copy'), keys: 'C', group: 'here', inRegion: true, run: () => void copy() },
    { id: 'to-send', label: t('toSend'), group: 'here', run: () => void goOn() },
  ]);
  const { paper, missing } = draft;
  return (
    <div ref={region} className="papers" data-keys="" tabIndex={-1} role="group" aria-label={paper.title}>
      <BackToPapers treatmentId={treatmentId} />
      {writing.theirs ? <ConflictBox theirs={writing.theirs} writing={writing} /> : null}
      <div className="writing">
        <section className="panel" aria-label={t('yours')}>
          <div className="writing-head">
            <h2>{t('yours')}</h2>
            <SavedState state={writing.state} />
          </div>
          <LanguageField value={paper.language} change={(language) => void writing.save(language)} />
          {paper.parts.map((part) => (
            <PartField
              key={part.part}
              part={part}
              lang={paper.language}
              value={writing.unsaved[part.part] ?? part.text}
              change={(text) => writing.change(part.part, text)}
              missing={checked && missing.includes(part.part)}
            />
          ))}
          <div className="button-row">
            <Button onClick={() => void goOn()}>{t('toSend')}</Button>
            <Button variant="secondary" onClick={() => void copy()}>
              {papers('copy')} <kbd aria-hidden="true">C</kbd>
            </Button>
          </div>
        </section>
        <section className="panel" aria-label={t('whole')}>
          <PaperView paper={paper} />
        </section>
      </div>
    </div>
  );
}

function SavedState({ state }: { state: 'saved' | 'saving' | 'unsaved' }) {
  const t = useText(writingTexts);
  return (
    <p role="status" className="subtle">
      {t(state)}
    </p>
  );
}

function LanguageField({ value, change }: { value: Language; change: (language: Language) => void }) {
  const t = useText(writingTexts);
  return (
    <FieldFor id="paper-language" label={t('language')}>
      {(field) => (
        <select
          {...field}
          className="ds-input short"
          value={value}
          onChange={(event) => {
            const chosen = languages.find((language) => language === event.target.value);
            if (chosen) change(chosen);
          }}
        >
          {languages.map((language) => (
            <option key={language} value={language}>
              {languageNames[language]}
            </option>
          ))}
        </select>
      )}
    </FieldFor>
  );
}
