/** Browser-safe: the types of a programme and the rules for choosing a language. */
export * from './programme.ts';
export { languageOrder, nearestHeading, nearestPage } from './language-order.ts';
