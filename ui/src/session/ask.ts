/** Calls a route for react-query: an answer is a value, everything else is thrown as one of two errors. */
import {
  type Answer,
  type CallInput,
  type CallOptions,
  call,
  type Problem,
  type Route,
} from '@skute/platform/contract';
import type { z } from 'zod';

/** What a route asks for. The input of a schema without fields is a record of nothing, whose keys are any string. */
type Part<K extends string, T extends z.ZodType> = string extends keyof z.input<T>
  ? unknown
  : { [key in K]: z.input<T> };
export type AskInput<R extends Route> = Part<'params', R['params']> &
  Part<'query', R['query']> &
  Part<'body', R['body']>;

/** The server said no, and said why. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** No answer came. What the server did, if anything, is not known. */
export class NoAnswer extends Error {}

type Answered<R extends Route> = Exclude<Answer<R>, { status: 'refused' } | { status: 'unanswered' }>;

/** When the server last answered: the idle clock counts from here. */
let lastAnswer = Date.now();
export function lastAnsweredAt(): number {
  return lastAnswer;
}

export async function ask<R extends Route>(
  route: R,
  input: AskInput<R>,
  options: CallOptions = {},
): Promise<Answered<R>['body']> {
  const answer = await call(route, input as CallInput<R>, options);
  if (answer.status === 'unanswered') throw new NoAnswer();
  if (answer.status === 'refused') throw new Refusal((answer as { problem: Problem }).problem);
  lastAnswer = Date.now();
  return (answer as Answered<R>).body;
}

/** True for the refusal that means: sign in first. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof Refusal && error.problem.status === 401;
}
