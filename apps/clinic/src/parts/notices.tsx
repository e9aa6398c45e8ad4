/** Short news at the foot of the page, read aloud: what happened, what is safe, what to do. */
import { XMarkIcon } from '@navikt/aksel-icons';
import { useText } from '@skute/ui/i18n';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { shellTexts } from '../shell/texts.ts';

interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'calm' | 'trouble';
}

let current: Notice | undefined;
let count = 0;
const watchers = new Set<() => void>();

export function sayNotice(text: string, tone: Notice['tone'] = 'calm'): void {
  count += 1;
  show({ id: count, text, tone });
}

function show(notice: Notice | undefined): void {
  current = notice;
  for (const changed of watchers) changed();
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** Stands once. */
export function NoticeHost() {
  const notice = useSyncExternalStore(watch, () => current);
  return (
    <div role="status" className="notice-host">
      {notice ? <Line key={notice.id} notice={notice} /> : null}
    </div>
  );
}

function Line({ notice }: { notice: Notice }) {
  const t = useText(shellTexts);
  const [held, setHeld] = useState(false);
  const stays = held || notice.tone === 'trouble';
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => show(undefined), 10_000);
    return () => clearTimeout(timer);
  }, [stays]);
  return (
    <div
      className="notice"
      data-tone={notice.tone}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <span>{notice.text}</span>
      <button type="button" className="icon-button" aria-label={t('close')} onClick={() => show(undefined)}>
        <XMarkIcon aria-hidden="true" />
      </button>
    </div>
  );
}
