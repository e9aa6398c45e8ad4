/**
 * Computing an organisation's chain again from its entries, and comparing it with the links and with the ledger.
 *
 * Found is every change, removal, addition and new order of what is covered by a link, and a cut, or a chain made anew, up
 * to the last checkpoint. Not found, since nothing outside the database knows of it: a change of entries that no link covers
 * yet, and a cut after the last checkpoint. The report therefore says how many entries wait and which link was last signed.
 *
 * Entries and links are both read in the order of transactions, page by page and side by side, so that memory doesn't
 * grow with the log and many small links cost no more than few large ones.
 */
import { inTenant } from '@skute/platform/db';
import type { Pool } from 'pg';
import { type ChainedEntry, hashLink, type LineOf, type Link, lineOfEntry, noHash } from './chain.ts';
import { beforeAll, findChainEnd, pageOfEntries, pageOfLinks } from './chain-store.ts';
import type { Finding } from './findings.ts';
import type { Checkpoint } from './ledger.ts';
import { type PageReader, pageReader } from './page-reader.ts';

export interface TenantReport {
  readonly tenant: string;
  readonly links: number;
  readonly entries: number;
  /** Entries that no link covers yet. */
  readonly uncovered: number;
  /** The last link in the ledger; 0 when there is none. */
  readonly lastSigned: number;
  /** The first of them, by link. */
  readonly findings: readonly Finding[];
  /** How many there are in all. */
  readonly found: number;
}

const pageSize = 5_000;
const keptFindings = 100;

/** `checkpoints` are read before this begins: a link that is signed meanwhile would look as if it were missing. */
export async function verifyTenant(
  pool: Pool,
  tenant: string,
  checkpoints: readonly Checkpoint[],
  lineOf: LineOf = lineOfEntry,
): Promise<TenantReport> {
  const end = await inTenant(pool, tenant, findChainEnd);
  const entries = pageReader((last: ChainedEntry | undefined) =>
    inTenant(pool, tenant, (tx) => pageOfEntries(tx, last ?? beforeAll, end.toXid, pageSize)),
  );
  const signed = Map.groupBy(checkpoints, ({ link }) => link);
  const findings = findingList();
  let before: Pick<Link, 'number' | 'toXid' | 'hash'> = { number: 0, toXid: 0, hash: noHash };
  let counted = 0;
  let outside = 0;
  for await (const link of linksOf(pool, tenant, end.number)) {
    const again = await computeAgain(link, entries, lineOf);
    counted += again.found;
    outside += again.outside;
    findings.add(placeOf(link, before), contentOf(link, again));
    findings.add(signedOf(link, counted, signed.get(link.number)));
    before = link;
  }
  outside += await countRest(entries);
  findings.add(cutOff(end.number, checkpoints), strays(outside, end.fromFuture));
  const { kept, found } = findings;
  const lastSigned = checkpoints.reduce((last, { link }) => Math.max(last, link), 0);
  return {
    tenant,
    links: before.number,
    entries: counted,
    uncovered: end.uncovered,
    lastSigned,
    findings: kept,
    found,
  };
}

/** A log that was made anew as a whole has as many findings as links: only the first are kept. */
function findingList() {
  const list = {
    kept: [] as Finding[],
    found: 0,
    add: (...lists: Finding[][]) => {
      for (const finding of lists.flat()) {
        list.found += 1;
        if (list.found <= keptFindings) list.kept.push(finding);
      }
    },
  };
  return list;
}

async function* linksOf(pool: Pool, tenant: string, upTo: number): AsyncGenerator<Link> {
  // From before the first number there may be, so that a forged link 0 or -1 is seen too.
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const page = await inTenant(pool, tenant, (tx) => pageOfLinks(tx, after, upTo, pageSize));
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.number;
  }
}

interface Again {
  readonly found: number;
  /** Passed on the way: of transactions before the link's, and in no link. */
  readonly outside: number;
  readonly hash: Buffer;
}

async function computeAgain(link: Link, entries: PageReader<ChainedEntry>, lineOf: LineOf): Promise<Again> {
  const hash = hashLink(link, lineOf);
  let found = 0;
  let outside = 0;
  await entries.takeWhile(
    (entry) => Number(entry.xid) < link.toXid,
    (entry) => {
      if (Number(entry.xid) < link.fromXid) {
        outside += 1;
        return;
      }
      hash.add(entry);
      found += 1;
    },
  );
  return { found, outside, hash: hash.end() };
}

async function countRest(entries: PageReader<ChainedEntry>): Promise<number> {
  let rest = 0;
  await entries.takeWhile(
    () => true,
    () => {
      rest += 1;
    },
  );
  return rest;
}

function strays(outside: number, fromFuture: number): Finding[] {
  const findings: Finding[] = [];
  if (outside > 0) findings.push({ what: 'entries-outside-links', entries: outside });
  if (fromFuture > 0) findings.push({ what: 'entries-from-the-future', entries: fromFuture });
  return findings;
}

function placeOf(link: Link, before: Pick<Link, 'number' | 'toXid' | 'hash'>): Finding[] {
  if (link.number !== before.number + 1) return [{ what: 'link-missing', link: before.number + 1 }];
  const follows = link.fromXid === before.toXid && link.previousHash.equals(before.hash);
  return follows ? [] : [{ what: 'link-does-not-follow', link: link.number }];
}

function contentOf(link: Link, { found, hash }: Again): Finding[] {
  if (found < link.entries)
    return [{ what: 'entries-missing', link: link.number, chained: link.entries, found }];
  if (found > link.entries)
    return [{ what: 'entries-added', link: link.number, chained: link.entries, found }];
  return hash.equals(link.hash) ? [] : [{ what: 'content-changed', link: link.number }];
}

function signedOf(link: Link, counted: number, checkpoints: readonly Checkpoint[] = []): Finding[] {
  return checkpoints.flatMap((checkpoint): Finding[] => {
    if (checkpoint.hash !== link.hash.toString('hex'))
      return [{ what: 'signed-hash-differs', link: link.number }];
    return checkpoint.entries === counted ? [] : [{ what: 'signed-count-differs', link: link.number }];
  });
}

function cutOff(lastLink: number, checkpoints: readonly Checkpoint[]): Finding[] {
  const missing = checkpoints.map(({ link }) => link).filter((link) => link > lastLink);
  return missing.length === 0 ? [] : [{ what: 'signed-link-missing', link: Math.min(...missing) }];
}
