export { mediaAddress } from './place.ts';
export { PageContent, type PageContentProps } from './page-content.tsx';
export { canReadAloud, ReadAloud } from './read-aloud.tsx';
export { type TickList, useForgetfulTicks } from './ticks.ts';
export { wordsOf } from './words.ts';
