import type { WrittenPart } from '@skute/papers/contract';
import { Button } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { FieldFor } from '../parts/field-for.tsx';
import { writingTexts } from './texts.ts';

interface PartFieldProps {
  readonly part: WrittenPart;
  readonly lang: string;
  readonly value: string;
  readonly change: (text: string) => void;
  readonly missing: boolean;
}

/** One paragraph that is hers to write. What was filled in can be had back. */
export function PartField({ part, lang, value, change, missing }: PartFieldProps) {
  const t = useText(writingTexts);
  const isChanged = part.proposed !== '' && value.trim() !== part.proposed.trim();
  return (
    <div className="part-field">
      <FieldFor
        id={`part-${part.part}`}
        label={part.title}
        help={t(part.proposed !== '' ? 'fromFacts' : part.required ? 'needed' : 'optional')}
        error={missing && value.trim() === '' ? t('missing') : undefined}
      >
        {(field) => (
          <textarea
            {...field}
            className="ds-input"
            lang={lang}
            rows={part.part === 'summary' ? 8 : 5}
            maxLength={8_000}
            value={value}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </FieldFor>
      {isChanged ? (
        <Button variant="tertiary" onClick={() => change(part.proposed)}>
          {t('asProposed')}
        </Button>
      ) : null}
    </div>
  );
}
