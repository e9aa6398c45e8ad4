/** What browsers need: reading national numbers, and names. */
export {
  acceptInPractice,
  type Country,
  type NationalNumber,
  type NorwegianChecks,
  type NumberKind,
  type NumberRefusal,
  type NumberRefused,
  type ParseOptions,
  parseNationalNumber,
} from './national-number.ts';
export { fullName, Identity, nameWords, type PersonKind } from './person.ts';
