import type { Course } from '../course.ts';
import type { RefusalKind } from '../refusals.ts';
import { askedBy, occurrencesOf } from './occurrences.ts';

/** Why a form can't be answered now; undefined when it can. */
export function formBarrier(course: Course, formId: string): RefusalKind | undefined {
  if (!course.programme.forms.includes(formId)) return 'unknown-form';
  const standing = whyNotActive[course.status];
  if (standing) return standing;
  const all = occurrencesOf(course.programme, course, course.rules);
  if (askedBy(all, formId).length > 0) return undefined;
  const last = all.findLast(
    ({ point, state }) => point.forms.includes(formId) && state !== 'upcoming' && state !== 'cancelled',
  );
  if (last?.answered.has(formId)) return 'already-answered';
  return last?.state === 'expired' ? 'form-expired' : 'form-not-asked';
}

/** Forms hold while the treatment stands still, and there are none in maintenance (product.md section 3). */
const whyNotActive: Partial<Record<Course['status'], RefusalKind>> = {
  invited: 'invitation-not-accepted',
  lapsed: 'invitation-lapsed',
  paused: 'treatment-paused',
  maintenance: 'in-maintenance',
  ended: 'treatment-ended',
  purged: 'treatment-ended',
};
