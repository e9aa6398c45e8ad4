/** A problem that the person who starts the server can do something about: one clear line. */
export class StartUpProblem extends Error {}
