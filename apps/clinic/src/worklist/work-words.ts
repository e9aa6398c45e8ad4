import { BellSlashIcon, EnvelopeClosedIcon, HourglassIcon, PhoneIcon, TimerIcon } from '@navikt/aksel-icons';
import type { WorkItem } from './visible-rows.ts';

/** Kinds by word and picture; colour says nothing here. */
export const kinds = {
  'follow-up-call': { word: 'followUpCall', Icon: PhoneIcon },
  'no-activity': { word: 'noActivity', Icon: BellSlashIcon },
  'time-ending': { word: 'timeEnding', Icon: HourglassIcon },
  'invitation-lapsing': { word: 'invitationLapsing', Icon: EnvelopeClosedIcon },
  'invitation-lapsed': { word: 'invitationLapsed', Icon: TimerIcon },
} as const satisfies Record<WorkItem['kind'], { word: string; Icon: unknown }>;

export const proposals = {
  call: 'call',
  'renew-invitation': 'renew',
  look: 'look',
  'plan-ending': 'planEnding',
} as const satisfies Record<WorkItem['proposal'], string>;

/** The item that is due first: its proposal is the row's. */
export function firstDue(work: readonly WorkItem[]): WorkItem | undefined {
  return work.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
}
