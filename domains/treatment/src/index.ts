/** The door of the domain: its rules, its views, and the operations that other domains and the server use. */
export * from './caseload.ts';
export { type EligibilityAnswer, eligibilityAnswers, sealAnswers } from './eligibility-store.ts';
export type { Occurrence } from './measures/occurrences.ts';
export { treatmentAtUnit } from './operations/at-unit.ts';
export { livesAt } from './operations/lives-at.ts';
export { patientsOwn } from './operations/patients-own.ts';
export { showOwnResponse } from './operations/responses.ts';
export { type NewTreatment, startFirstTreatment, startTreatment } from './operations/start-treatment.ts';
export { auditScores, type ScoreAudit } from './operations/verify-scores.ts';
export type { AtHand, TreatmentDeps } from './operations/treatment-at-hand.ts';
export { answerTo, treatmentRoutes } from './routes.ts';
export * from './rules.ts';
export { deleteTreatment as forgetTreatment } from './store.ts';
export * from './views.ts';
export { occurrences } from './views/sitting-view.ts';
