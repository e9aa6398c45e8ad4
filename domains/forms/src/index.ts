/** The door of `forms`: what was answered, what has been begun, and who may use which measure. See README.md. */
export { begunForms, type Draft, draftOf, keepDraft } from './operations/drafts.ts';
export { isLicensed } from './operations/licences.ts';
export {
  type FullResponse,
  fullResponse,
  keepResponse,
  responsesAfter,
  type ScoredResponse,
  scoredResponses,
} from './operations/responses.ts';
export { type Licence, type NewDraft, type NewResponse, recordLicence, recordReading } from './store.ts';
