import { randomUUID } from 'node:crypto';
import path from 'node:path';

import { findByNumber, parseNationalNumber } from '@skute/identity';
import type { Route } from '@skute/platform/contract';
import { inTenant } from '@skute/platform/db';
import type { Clock } from '@skute/platform/time';
import {
  organisations,
  patientNamed,
  patients,
  type Running,
  staffId,
  staffNamed,
  startServer,
  units,
} from '@skute/server';
import { type TestDatabase, testDatabase } from './database.ts';

export interface TestServer extends Running {
  readonly db: TestDatabase;
  /** Somebody of the cast, signed in: a patient or one of the staff. */
  as(key: string, options?: { readonly sharedDevice?: boolean }): Promise<SignedIn>;
  readonly nobody: SignedIn;
}

export interface SignedIn {
  readonly cookie: string;
  readonly personId: string;
  readonly tenantId: string;
  /** Asks the server as a browser of the app would. */
  ask(method: string, path: string, options?: AskOptions): Promise<Answered>;
  /** Asks a declared route. */
  call(
    route: Pick<Route, 'method' | 'path'>,
    input?: { params?: Record<string, string>; body?: unknown; key?: string },
  ): Promise<Answered>;
}

export interface AskOptions {
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** The whole server with the demo clinic, on a database of its own and a free port. */
export async function testServer(options: { readonly clock?: Clock } = {}): Promise<TestServer> {
  const db = await testDatabase();
  const running = await startServer(
    {
      mode: 'practice',
      port: 0,
      host: '127.0.0.1',
      publicUrl: undefined,
      dataDir: db.folder,
      databaseUrl: db.url,
      appDatabaseUrl: undefined,
      poolSize: 10,
      keysDir: path.join(db.folder, 'keys'),
      ledgerDir: path.join(db.folder, 'ledger'),
      loginProvidersFile: undefined,
      logLevel: 'silent',
    },
    { ...options, onProgress: () => undefined },
  );
  const signIn = signInWith(running, options.clock ?? Date.now);
  return {
    ...running,
    db,
    as: signIn,
    nobody: signedIn(running.origin, '', '', ''),
    stop: async () => {
      await running.stop();
      await db.close();
    },
  };
}

export function signInWith(running: Running, clock: Clock) {
  return async (key: string, { sharedDevice = false } = {}): Promise<SignedIn> => {
    const isPatient = patients.some((person) => person.key === key);
    const organisation =
      organisations[isPatient ? patientNamed(key).organisation : staffNamed(key).organisation];
    const tenantId = organisation.id;
    const { personId, unitId } = isPatient
      ? { personId: await patientIdOf(running, key), unitId: null }
      : { personId: staffId(staffNamed(key)), unitId: units[staffNamed(key).organisation].id };
    const cookie = await running.app.sessions.start(
      tenantId,
      {
        personId,
        kind: isPatient ? 'patient' : 'clinician',
        unitId,
        issuer: 'test',
        subject: key,
        providerSession: null,
        provider: isPatient ? 'patient' : 'clinician',
        sharedDevice,
      },
      clock(),
    );
    return signedIn(running.origin, cookie, personId, tenantId);
  };
}

async function patientIdOf(running: Running, key: string): Promise<string> {
  const person = patientNamed(key);
  const parsed = parseNationalNumber(person.number);
  if ('refused' in parsed) throw new Error(parsed.refused);
  const found = await inTenant(running.database.pool, organisations[person.organisation].id, (tx) =>
    findByNumber(tx, running.keys, 'patient', parsed.number),
  );
  if (!found) throw new Error(`${key} is not in the database`);
  return found;
}

function signedIn(origin: string, cookie: string, personId: string, tenantId: string): SignedIn {
  const ask = async (method: string, place: string, options: AskOptions = {}): Promise<Answered> => {
    const response = await fetch(origin + place, {
      method,
      headers: {
        'x-skute': '1',
        ...(cookie ? { cookie: `__Host-skute=${cookie}` } : {}),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.key ? { 'idempotency-key': options.key } : {}),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : parse(text),
      headers: response.headers,
    };
  };
  return {
    cookie,
    personId,
    tenantId,
    ask,
    call: (route, { params = {}, body, key = randomUUID() } = {}) =>
      ask(
        route.method,
        route.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? '')),
        {
          ...(route.method === 'GET' ? {} : { body: body ?? {} }),
          key,
        },
      ),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
