import { randomUUID } from 'node:crypto';
import { inTenant } from '@skute/platform/db';
import { type TestDatabase, testDatabase } from '@skute/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackage } from '../read-package.ts';
import { aForm } from '../testing/a-form.ts';
import { aPackage, type Changes, put, webm } from '../testing/a-package.ts';
import { importPackage } from './import-package.ts';
import type { IsLicensed } from './licences.ts';
import { loadVersion, mediaOf, versionsOf } from './load-version.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const parts = {
  now: Date.UTC(2026, 2, 9),
  newId: () => randomUUID() as string,
  isLicensed: async () => false,
};

async function aTenant(): Promise<string> {
  const tenantId = randomUUID();
  await database.ownerPool.query(
    `insert into access.organisation (tenant_id, slug, name, country, organisation_number)
     values ($1, $2, 'Example', 'NO', $2)`,
    [tenantId, tenantId],
  );
  return tenantId;
}

const importInto = (tenantId: string, changes: Changes = {}, isLicensed: IsLicensed = parts.isLicensed) =>
  inTenant(database.pool, tenantId, (tx) =>
    importPackage(tx, readPackage(aPackage(changes)), { ...parts, isLicensed }),
  );

async function imported(tenantId: string, changes: Changes = {}): Promise<string> {
  const result = await importInto(tenantId, changes);
  if (result.kind !== 'imported') throw new Error(result.kind);
  return result.versionId;
}

const nextVersion: Changes = { 'programme.yaml': put('version: 1.0.0', 'version: 1.0.1') };

describe('importing a package', () => {
  it('makes a version that can be started on', async () => {
    const tenantId = await aTenant();
    const versionId = await imported(tenantId);
    const versions = await inTenant(database.pool, tenantId, versionsOf);
    expect(versions).toMatchObject([
      {
        versionId,
        programmeId: 'calm',
        version: '1.0.0',
        status: 'example',
        days: 30,
        titles: { nb: 'Ro', sv: 'Ro' },
      },
    ]);
    expect(versions[0]?.activatedAt.getTime()).toBe(parts.now);
  });

  it('twice changes nothing', async () => {
    const tenantId = await aTenant();
    const versionId = await imported(tenantId);
    expect(await importInto(tenantId)).toEqual({ kind: 'imported', versionId, isNew: false });
  });

  it('twice at the same moment makes one version', async () => {
    const tenantId = await aTenant();
    const results = await Promise.all([importInto(tenantId), importInto(tenantId)]);
    expect(new Set(results.map((result) => result.kind === 'imported' && result.versionId)).size).toBe(1);
    expect(await inTenant(database.pool, tenantId, versionsOf)).toHaveLength(1);
  });

  it('is refused when the number is taken by other content', async () => {
    const tenantId = await aTenant();
    const versionId = await imported(tenantId);
    const result = await importInto(tenantId, { 'evidence.md': 'Other sources.\n' });
    expect(result).toEqual({ kind: 'version-exists-with-other-content', versionId });
  });

  it('is refused when the package has errors, and nothing is stored', async () => {
    const tenantId = await aTenant();
    expect(await importInto(tenantId, { LICENCE: undefined })).toMatchObject({ kind: 'package-has-errors' });
    expect(await inTenant(database.pool, tenantId, versionsOf)).toEqual([]);
  });

  it('leaves out pages of steps that the programme does not have', async () => {
    const tenantId = await aTenant();
    const lost = '---\ntitle: Bort\nsummary: Borte.\n---\nBorte.\n';
    const versionId = await imported(tenantId, { 'steps/start/lost.nb.md': lost });
    const loaded = await inTenant(database.pool, tenantId, (tx) => loadVersion(tx, versionId));
    expect(loaded.page('lost', ['nb'])).toBeUndefined();
  });
});

describe('a package with a measure whose wording somebody owns', () => {
  const measuring = (instrument: string) => {
    const valueCanonical = `urn:skute:instrument:${instrument}|1.0.0`;
    return aForm({ extension: [{ url: 'urn:skute:form:instrument', valueCanonical }] });
  };
  const owned: Changes = {
    'forms/week.json': measuring('ibs-sss'),
    'forms/again.json': measuring('ibs-sss'),
    'forms/mood.json': measuring('hads'),
  };

  it('is refused without a licence, and nothing is stored', async () => {
    const tenantId = await aTenant();
    expect(await importInto(tenantId, owned)).toMatchObject({
      kind: 'instrument-not-licensed',
      instruments: [
        { instrument: 'ibs-sss', languages: ['nb', 'sv'], forms: ['again', 'week'] },
        { instrument: 'hads', languages: ['nb', 'sv'], forms: ['mood'] },
      ],
    });
    expect(await inTenant(database.pool, tenantId, versionsOf)).toEqual([]);
  });

  it('is asked for by instrument and languages, and imported with a licence for each', async () => {
    const tenantId = await aTenant();
    const asked: unknown[] = [];
    const licensed = async (...about: unknown[]) => asked.push(about) > 0;
    expect(await importInto(tenantId, owned, licensed)).toMatchObject({ kind: 'imported' });
    expect(asked).toEqual([
      ['ibs-sss', ['nb', 'sv']],
      ['hads', ['nb', 'sv']],
    ]);
    const one = await importInto(await aTenant(), owned, async (instrument) => instrument === 'hads');
    expect(one).toMatchObject({ instruments: [{ instrument: 'ibs-sss' }] });
  });

  it('is not asked about when the wording is free or our own', async () => {
    const never = async () => {
      throw new Error('nobody should ask');
    };
    const free = { 'forms/week.json': measuring('who-5') };
    expect(await importInto(await aTenant(), free, never)).toMatchObject({ kind: 'imported' });
  });
});

describe('a loaded version', () => {
  it('is what was in the package', async () => {
    const tenantId = await aTenant();
    const versionId = await imported(tenantId);
    const read = readPackage(aPackage());
    const loaded = await inTenant(database.pool, tenantId, (tx) => loadVersion(tx, versionId));
    expect(loaded.programme).toEqual(read.programme);
    expect(loaded.contentHash).toBe(read.contentHash);
    expect([...loaded.pages.values()]).toHaveLength(read.pages.length);
    expect([...loaded.forms.values()].map(({ id, content }) => ({ id, content }))).toEqual(read.forms);
    for (const page of read.pages) expect(loaded.pages.get(`${page.stepId} ${page.language}`)).toEqual(page);
  });

  it('is read in the nearest language that has the page, and listed in one’s own', async () => {
    const tenantId = await aTenant();
    const versionId = await imported(tenantId);
    const loaded = await inTenant(database.pool, tenantId, (tx) => loadVersion(tx, versionId));
    expect(loaded.page('more', ['en'])?.language).toBe('nb');
    expect(loaded.heading('more', ['en'])?.title).toBe('More');
    expect(loaded.texts(['nn']).language).toBe('nb');
    expect(loaded.texts(['en']).programme.welcome).toBe('Welcome.');
  });

  it('has its forms read, with their instruments', async () => {
    const tenantId = await aTenant();
    const versionId = await imported(tenantId);
    const loaded = await inTenant(database.pool, tenantId, (tx) => loadVersion(tx, versionId));
    const week = loaded.forms.get('week');
    expect(week?.content).toBe(aForm());
    expect(week?.form.questionnaire).toEqual(JSON.parse(aForm()));
    expect(week?.form.byLinkId.get('contact')?.type).toBe('choice');
    expect(week?.instrument?.id).toBe('skute-ibs-week');
  });

  it('that was stored before there were forms has none', async () => {
    const tenantId = await aTenant();
    const versionId = await imported(tenantId);
    await database.asOwner(
      tenantId,
      `update programmes.version
       set programme = ((programme::jsonb - 'forms' - 'measures') #- '{texts,nb,measures}')::text
       where tenant_id = $1`,
      [tenantId],
    );
    await database.asOwner(tenantId, 'delete from programmes.form where tenant_id = $1', [tenantId]);
    const loaded = await inTenant(database.pool, tenantId, (tx) => loadVersion(tx, versionId));
    expect(loaded.programme).toMatchObject({ forms: [], measures: [] });
    expect(loaded.programme.texts.nb?.measures).toEqual({});
    expect(loaded.forms.size).toBe(0);
  });

  it('is loaded from the database once', async () => {
    const tenantId = await aTenant();
    const versionId = await imported(tenantId);
    const load = () => inTenant(database.pool, tenantId, (tx) => loadVersion(tx, versionId));
    expect(await load()).toBe(await load());
  });

  it('costs one round trip', async () => {
    const tenantId = await aTenant();
    const versionId = await imported(tenantId);
    let trips = 0;
    await inTenant(
      database.pool,
      tenantId,
      (tx) => loadVersion(tx, versionId),
      (roundTrips) => {
        trips = roundTrips;
      },
    );
    // One for the two queries, one for the commit.
    expect(trips).toBe(2);
  });

  it('of another tenant is not there, also when it is in memory', async () => {
    const [tenantId, stranger] = [await aTenant(), await aTenant()];
    const versionId = await imported(tenantId);
    await inTenant(database.pool, tenantId, (tx) => loadVersion(tx, versionId));
    await expect(inTenant(database.pool, stranger, (tx) => loadVersion(tx, versionId))).rejects.toThrow(
      'is not there',
    );
    expect(
      await inTenant(database.pool, stranger, (tx) => mediaOf(tx, versionId, 'gut.svg')),
    ).toBeUndefined();
    const foreign = 'select form_id from programmes.form where version_id = $1';
    const forms = (tenant: string) =>
      inTenant(database.pool, tenant, (tx) =>
        tx.query({ name: 'forms', text: foreign, values: [versionId] }),
      );
    expect([(await forms(tenantId)).length, (await forms(stranger)).length]).toEqual([1, 0]);
  });

  it('has its media as they were', async () => {
    const tenantId = await aTenant();
    const versionId = await imported(tenantId);
    const film = await inTenant(database.pool, tenantId, (tx) => mediaOf(tx, versionId, 'calm.webm'));
    expect(film?.contentType).toBe('video/webm');
    expect(film?.bytes.equals(webm)).toBe(true);
  });

  it('stands beside an older one, which is as it was', async () => {
    const tenantId = await aTenant();
    const older = await imported(tenantId);
    const newer = await imported(tenantId, {
      ...nextVersion,
      'steps/start/more.nb.md': put('Her er mer.', 'Nytt her.'),
    });
    const [first, second] = await inTenant(
      database.pool,
      tenantId,
      async (tx) => [await loadVersion(tx, older), await loadVersion(tx, newer)] as const,
    );
    expect(JSON.stringify(first.page('more', ['nb']))).toContain('Her er mer.');
    expect(JSON.stringify(second.page('more', ['nb']))).toContain('Nytt her.');
  });
});
