/**
 * The hash chain over an organisation's access log. Pure.
 *
 * A link covers the entries of all transactions from one number up to, but not including, another, ordered by
 * transaction and entry number. Its hash is SHA-256 over lines of UTF-8 text, each ended by a line feed: first one about
 * the link, with the hash of the link before it, then one for each entry. A line is a JSON array of strings and nulls
 * without spaces, so that anybody can compute it again from a dump of the two tables.
 *
 * A column added to the log later goes to the end of an entry's line and is left out where it is null, so that older
 * links keep their hashes.
 */
import { createHash } from 'node:crypto';

/** An entry of the log, every column as PostgreSQL's text; `at` in microseconds since 1970. */
export interface ChainedEntry {
  readonly tenant: string;
  readonly number: string;
  readonly at: string;
  readonly xid: string;
  readonly actor: string;
  readonly actorKind: string;
  readonly unit: string | null;
  readonly act: string;
  readonly outcome: string;
  readonly patient: string | null;
  readonly patients: string | null;
  readonly basis: string | null;
  readonly request: string;
}

export interface LinkSpan {
  readonly tenant: string;
  /** Counted from 1. */
  readonly number: number;
  readonly fromXid: number;
  /** The first transaction that is not covered. */
  readonly toXid: number;
  readonly entries: number;
  /** Microseconds since 1970, as text. */
  readonly at: string;
  readonly previousHash: Buffer;
}

export interface Link extends LinkSpan {
  readonly hash: Buffer;
}

/** What the first link has for the hash before it. */
export const noHash = Buffer.alloc(32);

export type LineOf = (entry: ChainedEntry) => string;

export const lineOfEntry: LineOf = (e) =>
  JSON.stringify([
    e.tenant,
    e.number,
    e.at,
    e.xid,
    e.actor,
    e.actorKind,
    e.unit,
    e.act,
    e.outcome,
    e.patient,
    e.patients,
    e.basis,
    e.request,
  ]);

export interface LinkHash {
  add(entry: ChainedEntry): void;
  end(): Buffer;
}

/** Computes a link's hash from its entries, given one by one in their order. */
export function hashLink(span: LinkSpan, lineOf: LineOf = lineOfEntry): LinkHash {
  const hash = createHash('sha256');
  // Many short updates cost more than the hashing.
  let lines = `${lineOfSpan(span)}\n`;
  return {
    add(entry) {
      lines += `${lineOf(entry)}\n`;
      if (lines.length < 65_536) return;
      hash.update(lines, 'utf8');
      lines = '';
    },
    end: () => hash.update(lines, 'utf8').digest(),
  };
}

function lineOfSpan(span: LinkSpan): string {
  const numbers = [span.number, span.fromXid, span.toXid, span.entries].map(String);
  return JSON.stringify([
    'skute access log 1',
    span.tenant,
    ...numbers,
    span.at,
    span.previousHash.toString('hex'),
  ]);
}
