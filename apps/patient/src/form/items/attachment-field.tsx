import { Button } from '@skute/ui/base';
import { type Language, useLanguage, useText } from '@skute/ui/i18n';
import { useState } from 'react';
import { fileName } from './answer-words.ts';
import type { FieldProps } from './fields.ts';
import { useActs } from './looks.ts';
import { itemTexts } from './texts.ts';

/** What a form takes that sets no limit. Written out for sending a file is a third larger. */
const usualLimit = 500_000;

/** Files, kept inside the answer. */
export function AttachmentField({ state, id, describedBy, invalid }: FieldProps) {
  const t = useText(itemTexts);
  const acts = useActs();
  const language = useLanguage();
  const [refused, setRefused] = useState<'fileTooLarge' | 'fileWrongKind' | null>(null);
  const most = state.limits.maxBytes ?? usualLimit;
  const size = inWords(most, language);
  const { answers, limits, item } = state;
  const take = async (file: File): Promise<void> => {
    const problem = problemOf(file, most, limits.mimeTypes);
    setRefused(problem);
    if (problem) return;
    const attachment = {
      contentType: file.type,
      title: file.name,
      size: file.size,
      data: await base64Of(file),
    };
    acts.answer(state.key, [...(item.repeats ? answers : []), { valueAttachment: attachment }]);
  };
  return (
    <div className="stack">
      {answers.map((answer, place) => (
        <div key={JSON.stringify(answer.valueAttachment).slice(0, 200)} className="file-row">
          <span>{fileName(answer.valueAttachment)}</span>
          <Button
            variant="tertiary"
            onClick={() => {
              acts.answer(
                state.key,
                answers.filter((_, other) => other !== place),
              );
              document.getElementById(id)?.focus();
            }}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <input
        type="file"
        id={id}
        className="ds-sr-only"
        accept={limits.mimeTypes.length > 0 ? limits.mimeTypes.join() : undefined}
        aria-describedby={[describedBy, `${id}-limit`].filter(Boolean).join(' ')}
        aria-invalid={invalid || refused ? true : undefined}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void take(file);
        }}
      />
      <div className="file-choice">
        <label className="ds-button" data-variant="secondary" htmlFor={id}>
          {t('file')}
        </label>
        <span id={`${id}-limit`} className="small">
          {t('fileLimit', { size })}
        </span>
      </div>
      <output className="problem">{refused ? t(refused, { size }) : null}</output>
    </div>
  );
}

function problemOf(
  file: File,
  most: number,
  kinds: readonly string[],
): 'fileTooLarge' | 'fileWrongKind' | null {
  if (file.size > most) return 'fileTooLarge';
  const fits = kinds.some(
    (kind) => kind === file.type || (kind.endsWith('/*') && file.type.startsWith(kind.slice(0, -1))),
  );
  return kinds.length > 0 && !fits ? 'fileWrongKind' : null;
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let signs = '';
  for (let place = 0; place < bytes.length; place += 0x8000)
    signs += String.fromCharCode(...bytes.subarray(place, place + 0x8000));
  return btoa(signs);
}

function inWords(bytes: number, language: Language): string {
  const [amount, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, 'megabyte'] : [bytes / 1_000, 'kilobyte'];
  const locale = language === 'nn' ? 'nb' : language;
  const options = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, options).format(amount);
}
