import { dayInWords, useLanguage, useText } from '../i18n/index.ts';
import { baseTexts } from './texts.ts';

type StatusWordProps =
  | { readonly status: 'not-begun' | 'begun' | 'finished' | 'waiting' | 'optional' }
  /** A calendar date. */
  | { readonly status: 'opens'; readonly on: string };

const keys = {
  'not-begun': 'notBegun',
  begun: 'begun',
  finished: 'finished',
  waiting: 'waiting',
  optional: 'optional',
} as const;

/** One of the six words for how far something has come. Done is a plain tick: what is left should draw the eye. */
export function StatusWord(props: StatusWordProps) {
  const t = useText(baseTexts);
  const language = useLanguage();
  const word =
    props.status === 'opens' ? t('opens', { day: dayInWords(props.on, language) }) : t(keys[props.status]);
  return (
    <span className="status-word" data-status={props.status}>
      {word}
    </span>
  );
}
