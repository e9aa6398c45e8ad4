/** People: who they are, sealed; finding them by number and name; and signing in. */
export { findByHpr, findByNumber, identitiesOf, searchPatients } from './operations/find-person.ts';
export { forgetPerson } from './operations/forget-person.ts';
export { keyStoreFits } from './operations/key-store-fits.ts';
export { type AlreadyKnown, type NewPerson, registerPerson } from './operations/register-person.ts';
export { renamePerson } from './operations/rename-person.ts';
export { type CannotSaveStaff, type SavedStaff, saveStaff } from './operations/save-staff.ts';
export * from './rules.ts';
export { identityOf, openIdentities } from './sealed-identity.ts';
export type { SealedPerson } from './store.ts';
export { generateSynthetic } from './synthetic-number.ts';
