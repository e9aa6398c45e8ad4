import { addDays, dateIn, type IsoDate } from '@skute/platform/time';
import type { Programme } from '@skute/programmes/rules';
import type { TreatmentStatus } from './contract.ts';
import type { EventKind, NewEvent } from './facts.ts';
import type { Life } from './life-cycle.ts';
import { type Refusal, type RefusalKind, refuse } from './refusals.ts';

/** The acts that turn a treatment from one status to another. `person` is who does it. */
export type TurnCommand =
  | { readonly act: 'accept' | 'renew-invitation' | 'resume' | 'purge'; readonly person: string }
  | { readonly act: 'pause' | 'end' | 'reopen'; readonly person: string; readonly reason: string }
  /** Without a date: for as long as the programme allows. */
  | { readonly act: 'start-maintenance'; readonly person: string; readonly endsOn?: IsoDate };

/** The event to write, nothing when it is so already, or why it can't be. */
export function decideTurn(command: TurnCommand, life: Life, programme: Programme): NewEvent[] | Refusal {
  const { kind, from, otherwise } = turns[command.act];
  if (command.act === 'accept' && accepted.has(life.status)) return [];
  if (!from.includes(life.status)) return refuse(otherwise[life.status] ?? standing[life.status]);
  if (command.act === 'reopen' && !wasAccepted(life)) return refuse('invitation-not-accepted');
  if (command.act === 'start-maintenance') return startMaintenance(command, life, programme);
  return [eventOf(command, kind, life, null)];
}

interface TurnRule {
  readonly kind: EventKind;
  readonly from: readonly TreatmentStatus[];
  /** Refusals that say more than where the treatment stands. */
  readonly otherwise: Partial<Record<TreatmentStatus, RefusalKind>>;
}

const accepted: ReadonlySet<TreatmentStatus> = new Set(['active', 'paused', 'maintenance']);

const tooLateToInvite = {
  active: 'invitation-already-accepted',
  paused: 'invitation-already-accepted',
  maintenance: 'invitation-already-accepted',
} as const;
const notPaused = {
  invited: 'not-paused',
  lapsed: 'not-paused',
  active: 'not-paused',
  maintenance: 'not-paused',
} as const;
const notEnded = {
  invited: 'not-ended',
  lapsed: 'not-ended',
  active: 'not-ended',
  paused: 'not-ended',
  maintenance: 'not-ended',
} as const;

const turns: Record<TurnCommand['act'], TurnRule> = {
  accept: { kind: 'accepted', from: ['invited'], otherwise: {} },
  'renew-invitation': { kind: 'invitation-renewed', from: ['invited', 'lapsed'], otherwise: tooLateToInvite },
  pause: { kind: 'paused', from: ['active'], otherwise: {} },
  resume: { kind: 'resumed', from: ['paused'], otherwise: notPaused },
  'start-maintenance': { kind: 'maintenance-started', from: ['active', 'paused'], otherwise: {} },
  // An invitation is withdrawn, and a lapsed one cleared away, by ending: else it could never be purged.
  end: { kind: 'ended', from: ['invited', 'lapsed', 'active', 'paused', 'maintenance'], otherwise: {} },
  reopen: { kind: 'reopened', from: ['ended'], otherwise: notEnded },
  purge: { kind: 'purged', from: ['ended'], otherwise: notEnded },
};

/** What stands in the way when nothing more precise can be said. */
const standing: Record<TreatmentStatus, RefusalKind> = {
  invited: 'invitation-not-accepted',
  lapsed: 'invitation-lapsed',
  active: 'not-paused',
  paused: 'treatment-paused',
  maintenance: 'in-maintenance',
  ended: 'treatment-ended',
  purged: 'treatment-ended',
};

/** The last date is written with the event, so that a later programme version can't move it. */
function startMaintenance(
  command: Extract<TurnCommand, { act: 'start-maintenance' }>,
  life: Life,
  programme: Programme,
): NewEvent[] | Refusal {
  const today = dateIn(life.facts.timeZone, life.now);
  const latest = addDays(today, programme.maintenanceDays);
  const endsOn = command.endsOn ?? latest;
  if (endsOn < today || endsOn > latest) return refuse('date-out-of-range');
  return [eventOf(command, 'maintenance-started', life, endsOn)];
}

function eventOf(command: TurnCommand, kind: EventKind, life: Life, about: string | null): NewEvent {
  return {
    kind,
    at: life.now,
    by: command.act === 'accept' ? 'patient' : 'clinician',
    byPerson: command.person,
    about,
    reason: 'reason' in command ? command.reason : null,
  };
}

function wasAccepted(life: Life): boolean {
  return life.events.some((event) => event.kind === 'accepted');
}
