import type { Language } from '@skute/access/contract';
import type { ScoredResponse } from '@skute/forms';
import { instruments, type Score } from '@skute/forms/rules';
import { type EpochMs, instantAt, type IsoDate } from '@skute/platform/time';
import { courseAt, type TreatmentEvent, type TreatmentFacts } from '@skute/treatment';
import type { PaperSource } from '../composing/paper-source.ts';
import { loaded, programme } from './a-programme.ts';

export const oslo = 'Europe/Oslo';

/** One answered form: which, when, and its total; null where an answer is missing. */
export interface Answered {
  readonly form: 'symptoms' | 'week';
  /** Of the occurrence: `start.0`, `week.1`. */
  readonly key: string;
  readonly on: IsoDate;
  readonly total: number | null;
  readonly band?: string;
}

export interface Told {
  readonly now: IsoDate;
  readonly language?: Language;
  readonly answered?: readonly Answered[];
  readonly finished?: readonly string[];
  readonly ended?: IsoDate;
}

/** Kari began on 2 March 2026, and is followed by Nora at the gut clinic. */
export function aSource({ now, language = 'nb', answered = [], finished = [], ended }: Told): PaperSource {
  const events: Omit<TreatmentEvent, 'number'>[] = [
    anEvent('invited', at('2026-03-02', '09:00')),
    anEvent('accepted', at('2026-03-02', '10:00')),
    ...answered.map(({ form, key, on }) => anEvent('form-answered', at(on), `${key}/${form}`)),
    ...(ended === undefined ? [] : [anEvent('ended', at(ended))]),
  ];
  const facts: TreatmentFacts = {
    id: '0195a000-0000-7000-8000-0000000000aa',
    tenantId: '0195a000-0000-7000-8000-0000000000bb',
    patientId: '0195a000-0000-7000-8000-000000000001',
    unitId: '0195a000-0000-7000-8000-0000000000cc',
    timeZone: oslo,
    versionId: '0195a000-0000-7000-8000-0000000000dd',
    responsibleId: '0195a000-0000-7000-8000-000000000002',
    invitedAt: at('2026-03-02', '09:00'),
    invitationDays: 14,
    startsOn: '2026-03-02',
    events: events.map((event, i) => ({ ...event, number: i + 1 })),
    progress: finished.map((stepId, i) => ({
      stepId,
      visitedAt: at('2026-03-03') + i,
      finishedAt: at('2026-03-03') + i,
      bookmarked: false,
    })),
    lastActiveAt: at('2026-03-02'),
  };
  return {
    view: {
      course: courseAt(programme, facts, at(now, '12:00')),
      loaded: loaded(),
      language,
      hours: { timeZone: oslo, openingHours: [], holidays: [] },
      clinic: { unit: 'Havneklinikken', clinician: 'Nora Lien', country: 'NO' },
    },
    responses: answered.map(aResponse),
    patient: {
      given: 'Kari',
      family: 'Fjord',
      born: '1985-07-09',
      number: '09878512345',
      numberKind: 'fnr',
    },
    writer: 'Nora Lien, klinisk ernæringsfysiolog',
  };
}

function at(date: IsoDate, time = '10:00'): EpochMs {
  return instantAt(oslo, date, time);
}

function anEvent(
  kind: TreatmentEvent['kind'],
  when: EpochMs,
  about: string | null = null,
): Omit<TreatmentEvent, 'number'> {
  return { kind, at: when, by: 'patient', byPerson: null, about, reason: null };
}

function aResponse({ form, on, total, band }: Answered, i: number): ScoredResponse {
  const instrument = form === 'week' ? 'skute-ibs-week' : 'skute-ibs-symptoms';
  const score: Score = {
    instrument,
    version: instruments[instrument]?.version ?? '',
    score: 'total',
    value: total,
    band: band ?? null,
    missing: total === null ? ['daily-life'] : [],
  };
  return {
    id: `0195a000-0000-7000-8000-00000000010${i}`,
    formId: form,
    versionId: '0195a000-0000-7000-8000-0000000000dd',
    language: 'nb',
    beganAt: null,
    answeredAt: at(on),
    scores: [score],
    readAt: null,
  };
}
