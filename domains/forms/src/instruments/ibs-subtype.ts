/**
 * Subtype of IBS by stool form, Rome IV: Lacy BE et al. Bowel disorders. Gastroenterology 2016;150:1393–1407;
 * https://pmc.ncbi.nlm.nih.gov/articles/PMC5704116.
 *
 * C: more than 25 % hard (types 1–2) and less than 25 % loose (6–7). D: the other way round. M: more than 25 % of both.
 * U: all else, so that exactly 25 % of either is U. The text leaves that edge open; this is our choice, version 1.0.0.
 */
export type IbsSubtype = 'C' | 'D' | 'M' | 'U';

export const ibsSubtypeVersion = '1.0.0';

/** Of stools by type 1–7. Give those of `stoolsOfAbnormalDays`. Null when there is none, or a type that does not exist. */
export function subtypeOf(stools: readonly number[]): IbsSubtype | null {
  if (stools.length === 0 || !stools.every(isType)) return null;
  // Four times a count against the whole keeps 25 % exact.
  const hard = 4 * stools.filter(isHard).length - stools.length;
  const loose = 4 * stools.filter(isLoose).length - stools.length;
  if (hard > 0 && loose > 0) return 'M';
  if (hard > 0 && loose < 0) return 'C';
  if (loose > 0 && hard < 0) return 'D';
  return 'U';
}

/**
 * All stools of the days that had at least one hard or loose one; other days do not count (Rome IV). Fewer than 4 such
 * days in a month give an uncertain subtype (the same source).
 */
export function stoolsOfAbnormalDays(days: readonly (readonly number[])[]): number[] {
  return days.filter((stools) => stools.some((type) => isHard(type) || isLoose(type))).flat();
}

function isType(type: number): boolean {
  return Number.isInteger(type) && type >= 1 && type <= 7;
}

function isHard(type: number): boolean {
  return type <= 2;
}

function isLoose(type: number): boolean {
  return type >= 6;
}
