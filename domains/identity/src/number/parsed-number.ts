import type { IsoDate } from '@skute/platform/time';

export type Country = 'NO' | 'SE';

/** In Norway fødselsnummer and D-number, in Sweden personnummer and samordningsnummer. */
export type NumberKind = 'fnr' | 'dnr' | 'personnummer' | 'samordningsnummer';

export interface NationalNumber {
  readonly country: Country;
  readonly kind: NumberKind;
  /** Digits only: 11 in Norway, 12 (with the century) in Sweden. */
  readonly number: string;
  /**
   * The birth date that the number tells, or undefined when it tells none. A person's birth date of record may differ:
   * both registers hand out a nearby date when a day's numbers are used up, and a D-number may hold the date of registration.
   */
  readonly born: IsoDate | undefined;
  /** Belongs to a series that is never given to a living person. */
  readonly synthetic: boolean;
}

export type NumberRefusal =
  | 'wrong-length'
  | 'not-digits'
  | 'wrong-check-digit'
  | 'impossible-date'
  /** The register has no such serial for such a year. */
  | 'impossible-serial';

export interface NumberRefused {
  readonly refused: NumberRefusal;
}
