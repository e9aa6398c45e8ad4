import type { Today } from '@skute/treatment/contract';
import { lazy, Suspense } from 'react';
import { NoAnswerPage } from '../shell/no-answer-page.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { TodayView } from './today-view.tsx';
import { useToday } from './use-today.ts';

const InvitationPage = lazy(async () => ({
  default: (await import('./invitation-page.tsx')).InvitationPage,
}));
const NoProgrammePage = lazy(async () => ({
  default: (await import('./no-programme-page.tsx')).NoProgrammePage,
}));

/** What matters now. Which page that is depends on how far the treatment has come. */
export function TodayPage() {
  const today = useToday();
  if (today.data) return <Suspense fallback={<Waiting />}>{pageFor(today.data)}</Suspense>;
  if (today.isError) return <NoAnswerPage tryAgain={() => void today.refetch()} error={today.error} />;
  return <Waiting />;
}

function pageFor(today: Today) {
  const { treatment } = today;
  if (!treatment) return <NoProgrammePage kind="none" />;
  switch (treatment.status) {
    case 'invited':
      return <InvitationPage treatment={treatment} />;
    case 'lapsed':
      return <NoProgrammePage kind="lapsed" unit={treatment.clinic.unit} />;
    case 'ended':
    case 'purged':
      return <NoProgrammePage kind="ended" />;
    case 'active':
    case 'paused':
    case 'maintenance':
      return <TodayView treatment={treatment} cards={today.cards} more={today.more} />;
  }
}
