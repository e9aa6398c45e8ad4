/** HTTP: declared routes, problem replies and the headers that every answer carries. */
export { placesOf, problem, unwritablePlace } from './problem.ts';
export { type Admit, type Answer, type Input, type Respond, refuse, serve } from './serve.ts';
export { createHttp, type Declaration, type HttpOptions, registerDeclared } from './server.ts';
