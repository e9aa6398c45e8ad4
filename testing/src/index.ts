/** What tests share: a database of one's own, the server with the cast signed in, and the browser. */
export { launchBrowser } from './browser.ts';
export { type TestDatabase, testDatabase } from './database.ts';
export { type Answered, type SignedIn, type TestServer, testServer } from './server.ts';
