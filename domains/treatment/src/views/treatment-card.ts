import { dateIn, daysBetween, isoInstant } from '@skute/platform/time';
import type { z } from 'zod';
import type { TreatmentCard } from '../contract.ts';
import type { Course } from '../course.ts';
import { dayAt, startDate } from '../days.ts';
import { invitationEndsOn } from '../life-cycle.ts';
import { textsFor, type ViewSource } from './source.ts';

/** Shorter absences are not worth a word: nobody is to feel watched. */
const awayFromDays = 7;

export function treatmentCard(source: ViewSource): z.output<typeof TreatmentCard> {
  const { course, clinic } = source;
  const { facts, programme } = course;
  const texts = textsFor(source).programme;
  const day = dayAt(course);
  const weeks = Math.ceil(programme.days / 7);
  return {
    id: facts.id,
    status: course.status,
    programme: {
      versionId: facts.versionId,
      title: texts.title,
      summary: texts.summary,
      welcome: texts.welcome,
      example: programme.status === 'example',
      motif: programme.motif,
    },
    clinic,
    now: isoInstant(course.now),
    timeZone: facts.timeZone,
    startsOn: startDate(course) ?? facts.startsOn,
    day,
    // The recommended length may be overrun, but no patient is told of week 28 of 26.
    week: day === null ? null : Math.min(Math.floor(day / 7) + 1, weeks),
    weeks,
    invitationEndsOn: invitationEndsOn(course),
    awayDays: awayDays(course),
  };
}

function awayDays({ facts, now, status }: Course): number | null {
  if (facts.lastActiveAt === null || (status !== 'active' && status !== 'maintenance')) return null;
  const days = daysBetween(dateIn(facts.timeZone, facts.lastActiveAt), dateIn(facts.timeZone, now));
  return days >= awayFromDays ? days : null;
}
