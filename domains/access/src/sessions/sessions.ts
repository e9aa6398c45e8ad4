/** Sessions of the backend-for-frontend: the browser holds a secret, the server its hash; tokens never leave the server. */
import { createHash, randomBytes } from 'node:crypto';
import { inTenant } from '@skute/platform/db';
import type { EpochMs } from '@skute/platform/time';
import type { Pool } from 'pg';
import type { Actor } from '../actor.ts';
import {
  endSession,
  findSession,
  insertSession,
  markSeen,
  type NewSession,
  rotateSession,
  type SessionRow,
} from './store.ts';

const minute = 60_000;

/** Idle limits by NIST SP 800-63B-4 (AAL3 for clinicians); the absolute limit is 12 hours for all. */
export const limits = {
  absoluteMs: 12 * 60 * minute,
  idleMs: { clinician: 15 * minute, patient: 30 * minute, shared: 10 * minute },
} as const;

/** How long a process may believe a session it has read. Every act on a patient's data checks the session again in the database. */
const believedMs = 2_000;
/** The time of last use is written at most this often, or half an idle limit would be lost to writes. */
const seenEveryMs = 30_000;

export interface Sessions {
  /** The actor behind a cookie, or undefined. Extends the idle time. */
  recognise(cookie: string | undefined, now: EpochMs): Promise<Actor | undefined>;
  start(
    tenantId: string,
    session: Omit<NewSession, 'secretHash' | 'now' | 'endsAt'>,
    now: EpochMs,
  ): Promise<string>;
  /** A new secret for the actor's session, and whether the device is shared from now on. Returns the new cookie; undefined when the session has ended meanwhile. */
  rotate(actor: Actor, sharedDevice: boolean): Promise<string | undefined>;
  end(actor: Actor, now: EpochMs): Promise<void>;
  /** Forgets what this process believes of a session that ended elsewhere. */
  forget(secretHash: Buffer): void;
}

export function createSessions(pool: Pool): Sessions {
  const believed = new Map<string, { actor: Actor; until: EpochMs; seenAt: EpochMs }>();

  const forget = (secretHash: Buffer): void => void believed.delete(secretHash.toString('base64'));

  return {
    forget,
    async recognise(cookie, now) {
      const parts = readCookie(cookie);
      if (!parts) return undefined;
      const name = parts.secretHash.toString('base64');
      const known = believed.get(name);
      if (known && known.until > now && known.actor.idleEndsAt > now && now - known.seenAt < seenEveryMs)
        return known.actor;
      const actor = await load(pool, parts, now);
      believed.delete(name);
      if (actor) believed.set(name, { actor, until: now + believedMs, seenAt: now });
      if (believed.size > 10_000) believed.delete(believed.keys().next().value ?? '');
      return actor;
    },
    async start(tenantId, session, now) {
      const secret = randomBytes(32);
      await inTenant(pool, tenantId, async (tx) =>
        insertSession(tx, {
          ...session,
          secretHash: hashOf(secret),
          now: new Date(now),
          endsAt: new Date(now + limits.absoluteMs),
        }),
      );
      return writeCookie(tenantId, secret);
    },
    async rotate(actor, sharedDevice) {
      const secret = randomBytes(32);
      const isLive = await inTenant(pool, actor.tenantId, (tx) =>
        rotateSession(tx, actor.sessionHash, hashOf(secret), sharedDevice),
      );
      forget(actor.sessionHash);
      return isLive ? writeCookie(actor.tenantId, secret) : undefined;
    },
    async end(actor, now) {
      await inTenant(pool, actor.tenantId, async (tx) => endSession(tx, actor.sessionHash, new Date(now)));
      forget(actor.sessionHash);
    },
  };
}

/** One round trip; now and then another, for a session that has been idle too long or was last seen a while ago. */
async function load(pool: Pool, parts: CookieParts, now: EpochMs): Promise<Actor | undefined> {
  const { tenantId, secretHash } = parts;
  const row = await inTenant(pool, tenantId, (tx) => {
    const found = findSession(tx, secretHash, new Date(now));
    tx.commitWithThis();
    return found;
  });
  if (!row) return undefined;
  const idleMs = limits.idleMs[row.sharedDevice ? 'shared' : row.kind];
  const unseenMs = now - row.seenAt.getTime();
  if (unseenMs >= idleMs) {
    await inTenant(pool, tenantId, async (tx) => endSession(tx, secretHash, new Date(now)));
    return undefined;
  }
  if (unseenMs >= seenEveryMs) {
    await inTenant(pool, tenantId, async (tx) => markSeen(tx, secretHash, new Date(now)));
  }
  return actorOf(row, parts, now, idleMs);
}

function actorOf(row: SessionRow, parts: CookieParts, now: EpochMs, idleMs: number): Actor {
  return {
    kind: row.kind,
    tenantId: parts.tenantId,
    personId: row.personId,
    unitId: row.unitId,
    roles: row.roles,
    sessionHash: parts.secretHash,
    language: row.language,
    sharedDevice: row.sharedDevice,
    idleEndsAt: now + idleMs,
    endsAt: row.endsAt.getTime(),
  };
}

interface CookieParts {
  readonly tenantId: string;
  readonly secretHash: Buffer;
}

const cookiePattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

/** The tenant in the cookie says only where to look: another tenant there finds no such hash. */
function readCookie(cookie: string | undefined): CookieParts | undefined {
  const match = cookiePattern.exec(cookie ?? '');
  if (!match?.[1] || !match[2]) return undefined;
  return { tenantId: match[1], secretHash: hashOf(Buffer.from(match[2], 'base64url')) };
}

function writeCookie(tenantId: string, secret: Buffer): string {
  return `${tenantId}.${secret.toString('base64url')}`;
}

function hashOf(secret: Buffer): Buffer {
  return createHash('sha256').update(secret).digest();
}
