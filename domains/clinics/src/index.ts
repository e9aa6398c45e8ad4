/** The clinic's day: worklist, patients, inviting, and the practice clock. */
export { type EligibilityAnswer, checkEligibility } from './eligibility.ts';
export type { ClinicDeps } from './operations/deps.ts';
export { inviteToProgramme } from './operations/invite.ts';
export { clinicRoutes } from './routes.ts';
