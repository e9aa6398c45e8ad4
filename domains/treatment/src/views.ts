/** The replies of contract.ts, made of facts, programme, language and clock. Pure. */
export { becauseOf } from './views/because.ts';
export { programmeView } from './views/programme-view.ts';
export { type Clinic, textsFor, titleOf, type ViewSource } from './views/source.ts';
export { steeringView } from './views/steering-view.ts';
export { linkTo, stepView } from './views/step-view.ts';
export { today } from './views/today.ts';
export { treatmentCard } from './views/treatment-card.ts';
