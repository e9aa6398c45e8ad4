import { type PaperDraft, type PaperKind, type PaperPart, savePaperDraft } from '@skute/papers/contract';
import type { Language } from '@skute/ui/i18n';
import { ask } from '@skute/ui/session';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { paperDraftQuery } from '../data/queries.ts';

/** What has been changed and not been saved yet. */
export type Unsaved = Partial<Record<PaperPart, string>>;

interface Written {
  readonly now: () => Unsaved;
  readonly isNothing: () => boolean;
  readonly arrived: (sent: Unsaved) => void;
}

/** Saving what is written. Where somebody else has saved since, theirs is what comes back. */
export function useSaving(treatmentId: string, kind: PaperKind, draft: PaperDraft, written: Written) {
  const client = useQueryClient();
  const [state, setState] = useState<'saved' | 'saving' | 'unsaved'>('saved');
  const [theirs, setTheirs] = useState<PaperDraft>();
  const running = useRef<Promise<PaperDraft | undefined>>(undefined);
  const { queryKey } = paperDraftQuery(treatmentId, kind);
  const current = (): PaperDraft => client.getQueryData(queryKey) ?? draft;
  const settle = (kept: PaperDraft): void => {
    client.setQueryData(queryKey, kept);
    setTheirs(undefined);
    setState('saved');
  };
  const put = async (basedOn: number, language: Language): Promise<PaperDraft | undefined> => {
    const sent = written.now();
    setState('saving');
    const body = { basedOn, language, parts: partsOf(current(), sent) };
    const answer = await ask(savePaperDraft, { params: { treatmentId, kind }, body }).catch(() => undefined);
    if (answer?.outcome !== 'kept') {
      setState('unsaved');
      if (answer) setTheirs(answer.draft);
      return undefined;
    }
    settle(answer.draft);
    written.arrived(sent);
    return answer.draft;
  };
  /** One at a time, so that no saving is taken for somebody else's. */
  const save = (language?: Language, basedOn?: number): Promise<PaperDraft | undefined> => {
    const next = (running.current ?? Promise.resolve(undefined)).then(() => {
      const { number, paper } = current();
      if (written.isNothing() && language === undefined) return current();
      return put(basedOn ?? number, language ?? paper.language);
    });
    running.current = next;
    return next;
  };
  const take = (): void => (theirs ? settle(theirs) : undefined);
  return { state, theirs, save, take, waits: () => setState('unsaved') };
}

/** What is as it was proposed is left out, and follows the facts. */
function partsOf({ paper }: PaperDraft, unsaved: Unsaved): { part: PaperPart; text: string }[] {
  return paper.parts.flatMap(({ part, text, proposed }) => {
    const written = (unsaved[part] ?? text).trim();
    return written === proposed.trim() ? [] : [{ part, text: written }];
  });
}
