import type { Refusal } from '@skute/access';
import { acceptInPractice, type NationalNumber, parseNationalNumber } from '@skute/identity';
import { dateIn, type EpochMs } from '@skute/platform/time';

/** A number as the clinician typed it, read and allowed here; or the plain reason why not. */
export function identify(
  text: string,
  practice: boolean,
  now: EpochMs,
): (NationalNumber & { readonly born: string }) | Refusal {
  const parsed = parseNationalNumber(text, undefined, { today: dateIn('Europe/Oslo', now) });
  if ('refused' in parsed) return { refused: `number-${parsed.refused}`, status: 422 };
  if (practice) {
    const accepted = acceptInPractice(parsed);
    if ('refused' in accepted) return { refused: `number-${accepted.refused}`, status: 422 };
  }
  const { born } = parsed;
  return born === undefined ? { refused: 'number-tells-no-birth-date', status: 422 } : { ...parsed, born };
}
