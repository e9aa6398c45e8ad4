import {
  BellSlashIcon,
  ClockIcon,
  EnvelopeClosedIcon,
  ExclamationmarkTriangleIcon,
  FileTextIcon,
  HourglassIcon,
  LightBulbIcon,
  PhoneIcon,
  TimerIcon,
  TrendUpIcon,
} from '@navikt/aksel-icons';
import type { WorkItem } from './visible-rows.ts';

/** Kinds by word and picture; colour says nothing here. */
export const kinds = {
  'follow-up-call': { word: 'followUpCall', Icon: PhoneIcon },
  'no-activity': { word: 'noActivity', Icon: BellSlashIcon },
  'time-ending': { word: 'timeEnding', Icon: HourglassIcon },
  'form-saved': { word: 'formSaved', Icon: FileTextIcon },
  'late-form': { word: 'lateForm', Icon: ClockIcon },
  'score-worse': { word: 'scoreWorse', Icon: TrendUpIcon },
  'safety-answer': { word: 'safetyAnswer', Icon: ExclamationmarkTriangleIcon },
  'contact-wish': { word: 'contactWish', Icon: PhoneIcon },
  'fodmap-wish': { word: 'fodmapWish', Icon: LightBulbIcon },
  'invitation-lapsing': { word: 'invitationLapsing', Icon: EnvelopeClosedIcon },
  'invitation-lapsed': { word: 'invitationLapsed', Icon: TimerIcon },
} as const satisfies Record<WorkItem['kind'], { word: string; Icon: unknown }>;

export const proposals = {
  call: 'call',
  'renew-invitation': 'renew',
  look: 'look',
  'plan-ending': 'planEnding',
  'read-form': 'readForm',
} as const satisfies Record<WorkItem['proposal'], string>;

/** What is due first comes first; an answer about safety is the soonest of all. */
export function byDue(work: readonly WorkItem[]): WorkItem[] {
  return work.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
}

/** The item that is due first: its proposal is the row's. */
export function firstDue(work: readonly WorkItem[]): WorkItem | undefined {
  return byDue(work)[0];
}
