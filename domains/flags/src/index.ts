/** Work for the clinic: what is raised, when it is due in clinic hours, and what was done about it. */
export { addHandlings, latestHandlings, type NewHandling, placeOfNote } from './store.ts';
export {
  byUrgency,
  type FlagKind,
  type Group,
  groupOf,
  type Handling,
  openWork,
  type Proposal,
  type Raised,
  type Work,
} from './work.ts';
