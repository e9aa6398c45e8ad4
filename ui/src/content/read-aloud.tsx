import { Button } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { contentTexts } from './texts.ts';

/** The device's own voice: nothing is sent anywhere. */
export function canReadAloud(): boolean {
  return 'speechSynthesis' in window;
}

const voices: Record<string, string> = { nb: 'nb-NO', nn: 'nb-NO', sv: 'sv-SE', en: 'en-GB', uk: 'uk-UA' };

interface ReadAloudProps {
  readonly words: readonly string[];
  readonly language: string;
}

/** Reads a page aloud, paragraph by paragraph; stops when the page is left. */
export function ReadAloud({ words, language }: ReadAloudProps) {
  const t = useText(contentTexts);
  const [reading, setReading] = useState(false);
  useEffect(() => () => window.speechSynthesis.cancel(), []);
  const start = (): void => {
    window.speechSynthesis.cancel();
    const parts = words.map((part) => utterance(part, language));
    const last = parts.at(-1);
    if (last) last.onend = () => setReading(false);
    for (const part of parts) window.speechSynthesis.speak(part);
    setReading(true);
  };
  const stop = (): void => {
    window.speechSynthesis.cancel();
    setReading(false);
  };
  return (
    <Button
      variant="tertiary"
      className="quiet-button"
      aria-pressed={reading}
      onClick={reading ? stop : start}
    >
      {reading ? t('stopReading') : t('readAloud')}
    </Button>
  );
}

function utterance(words: string, language: string): SpeechSynthesisUtterance {
  const part = new SpeechSynthesisUtterance(words);
  part.lang = voices[language] ?? language;
  return part;
}
