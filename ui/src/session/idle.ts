/** The time-out as the person meets it: nothing while they are active, a warning two minutes before, and then its end. */
import type { Session } from '@skute/access/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { lastAnsweredAt } from './ask.ts';
import { sessionKey } from './client.ts';

const warnBeforeMs = 2 * 60_000;
/** Someone who reads or scrolls is not idle: the server is told so at most this often. */
const tellEveryMs = 60_000;

export interface Idle {
  readonly warn: boolean;
  /** Whole minutes left, at least 1. */
  readonly minutesLeft: number;
  readonly goOn: () => void;
}

/** @param read When the session was read, by this device's clock. */
export function useIdle(session: Session, read: number): Idle {
  const client = useQueryClient();
  const [left, setLeft] = useState(() => msLeft(session, read));
  useEffect(() => {
    const tick = (): void => {
      const now = msLeft(session, read);
      setLeft(now);
      if (now <= 0) client.setQueryData(sessionKey, null);
    };
    const timer = setInterval(tick, 5_000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [session, read, client]);
  const warn = left < warnBeforeMs;
  useActivity(!warn, () => void client.invalidateQueries({ queryKey: sessionKey }));
  const goOn = (): void => {
    setLeft(warnBeforeMs);
    void client.invalidateQueries({ queryKey: sessionKey });
  };
  return { warn, minutesLeft: Math.max(1, Math.ceil(left / 60_000)), goOn };
}

/** The idle clock starts again with each answer from the server; the session's own end does not move. */
function msLeft(session: Session, read: number): number {
  const idleMs = Date.parse(session.idleEndsAt) - read;
  const idleEnd = Math.max(lastAnsweredAt(), read) + idleMs;
  return Math.min(idleEnd, Date.parse(session.endsAt)) - Date.now();
}

function useActivity(listen: boolean, tell: () => void): void {
  useEffect(() => {
    if (!listen) return;
    const active = (): void => {
      if (navigator.onLine && Date.now() - lastAnsweredAt() > tellEveryMs) tell();
    };
    const kinds = ['pointerdown', 'keydown', 'scroll'] as const;
    for (const kind of kinds) window.addEventListener(kind, active, { passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, active);
    };
  });
}
