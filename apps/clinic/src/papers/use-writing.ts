/** Writing a paper: kept in this tab on every change, saved with us a moment after the last, and never over somebody else's. */
import type { PaperDraft, PaperKind, PaperPart } from '@skute/papers/contract';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useDraft } from '../data/drafts.ts';
import { type Unsaved, useSaving } from './use-saving.ts';

const nothing: Unsaved = {};
const restMs = 1_200;

export function useWriting(treatmentId: string, kind: PaperKind, draft: PaperDraft) {
  const [unsaved, setUnsaved, endUnsaved] = useDraft<Unsaved>(`paper.${kind}.${treatmentId}`, nothing);
  const written = useRef(unsaved);
  const end = (): void => {
    written.current = nothing;
    endUnsaved();
  };
  const saving = useSaving(treatmentId, kind, draft, {
    now: () => written.current,
    isNothing: () => written.current === nothing,
    // What was typed while it was on its way is saved the next time.
    arrived: (sent) => (written.current === sent ? end() : undefined),
  });
  const { theirs, save } = saving;
  const change = (part: PaperPart, text: string): void => {
    const next = { ...written.current, [part]: text };
    written.current = next;
    setUnsaved(next);
    saving.waits();
  };
  const rest = useEffectEvent(() => (theirs === undefined ? void save() : undefined));
  useEffect(() => {
    if (unsaved === nothing) return;
    const timer = setTimeout(() => rest(), restMs);
    return () => clearTimeout(timer);
  }, [unsaved]);
  const takeTheirs = (): void => {
    end();
    saving.take();
  };
  const keepMine = (): void => void (theirs ? save(theirs.paper.language, theirs.number) : undefined);
  return { unsaved, state: saving.state, theirs, change, save, keepMine, takeTheirs };
}
