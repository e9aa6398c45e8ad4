/** The engine, the measures and the reading of answers. Browser-safe: no I/O, the clock is a parameter. */
export { answersByCode } from './engine/answers-by-code.ts';
export { sameAnswer } from './engine/compare.ts';
export { addRepeat, removeRepeat, withAnswer, withDeclined } from './engine/edit-response.ts';
export { ExpressionsMissing, evaluate } from './engine/evaluate.ts';
export * from './engine/evaluation.ts';
export { exportForm } from './engine/export-form.ts';
export { loadExpressions } from './engine/fhirpath.ts';
export * from './engine/form.ts';
export * from './engine/questionnaire.ts';
export { readForm } from './engine/read/read-form.ts';
export { startResponse } from './engine/start-response.ts';
export { inLanguage } from './engine/translated.ts';
export * from './instruments/instrument.ts';
export { type AnswerLine, answerLines } from './reading/answer-lines.ts';
export { translatedTitle, whoReads, whyAsked } from './reading/words-of.ts';
export { type InstrumentName, instrumentNameOf, instrumentOf } from './scoring/instrument-of.ts';
export { scoresOf } from './scoring/scores-of.ts';
export {
  type IbsSubtype,
  ibsSubtypeVersion,
  stoolsOfAbnormalDays,
  subtypeOf,
} from './instruments/ibs-subtype.ts';
export { instruments } from './instruments/instruments.ts';
export { bandOf } from './scoring/band-of.ts';
export { type Change, changeBetween, isResponder } from './scoring/change-between.ts';
export { ruleOf } from './scoring/rule-of.ts';
export { scoreOf } from './scoring/score-of.ts';
export { type ScoreMismatch, verifyScores } from './scoring/verify-scores.ts';
