/** What tests share: a database of one's own, the cast, builders, and the browser. */
export { type TestDatabase, testDatabase } from './database.ts';
