import type { Tx } from '@skute/platform/db';
import type { Programme, StepPage } from './programme.ts';
import type { FormFile } from './read-forms.ts';
import type { MediaFile } from './read-media.ts';
import { storedBlocks, storedLanguage, storedProgramme } from './stored.ts';

export interface StoredVersion {
  readonly versionId: string;
  readonly contentHash: string;
  readonly programme: Programme;
}

interface VersionRow {
  id: string;
  content_hash: string;
  programme: string;
}

interface PageRow {
  step_id: string;
  language: string;
  title: string;
  summary: string;
  blocks: string | null;
}

interface FormRow {
  form_id: string;
  content: string;
}

/** The version of a programme with this number, whatever its content and whether or not it is active. */
export async function findVersionNumber(tx: Tx, programmeId: string, version: string) {
  const rows = await tx.query<{ id: string; content_hash: string }>({
    name: 'programmes.find-version-number',
    text: `select id, content_hash
           from programmes.version
           where tenant_id = $1
             and programme_id = $2
             and version = $3`,
    values: [tx.tenantId, programmeId, version],
  });
  const row = rows[0];
  return row && { versionId: row.id, contentHash: row.content_hash };
}

/** False when another import of the same number came first. */
export async function insertVersion(tx: Tx, version: StoredVersion, activatedAt: Date): Promise<boolean> {
  const { programme } = version;
  const rows = await tx.query<{ id: string }>({
    name: 'programmes.insert-version',
    text: `insert into programmes.version
             (tenant_id, id, programme_id, version, content_hash, programme, activated_at)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (tenant_id, programme_id, version) do nothing
           returning id`,
    values: [
      tx.tenantId,
      version.versionId,
      programme.id,
      programme.version,
      version.contentHash,
      JSON.stringify(programme),
      activatedAt,
    ],
  });
  return rows.length > 0;
}

export async function insertPages(tx: Tx, versionId: string, pages: readonly StepPage[]): Promise<void> {
  const blocks = pages.map((page) => (page.blocks === undefined ? null : JSON.stringify(page.blocks)));
  await tx.query({
    name: 'programmes.insert-pages',
    text: `insert into programmes.page
             (tenant_id, version_id, step_id, language, title, summary, blocks)
           select $1, $2, page.step_id, page.language, page.title, page.summary, page.blocks
           from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
             as page (step_id, language, title, summary, blocks)`,
    values: [
      tx.tenantId,
      versionId,
      pages.map((page) => page.stepId),
      pages.map((page) => page.language),
      pages.map((page) => page.title),
      pages.map((page) => page.summary),
      blocks,
    ],
  });
}

export async function insertForms(tx: Tx, versionId: string, forms: readonly FormFile[]): Promise<void> {
  await tx.query({
    name: 'programmes.insert-forms',
    text: `insert into programmes.form
             (tenant_id, version_id, form_id, content)
           select $1, $2, form.form_id, form.content
           from unnest($3::text[], $4::text[]) as form (form_id, content)`,
    values: [tx.tenantId, versionId, forms.map(({ id }) => id), forms.map(({ content }) => content)],
  });
}

export async function insertMedia(tx: Tx, versionId: string, media: MediaFile): Promise<void> {
  await tx.query({
    name: 'programmes.insert-media',
    text: `insert into programmes.media
             (tenant_id, version_id, file, content_type, bytes, sha256)
           values ($1, $2, $3, $4, $5, $6)`,
    values: [tx.tenantId, versionId, media.file, media.contentType, asBuffer(media.bytes), media.sha256],
  });
}

export async function activeVersions(tx: Tx): Promise<(StoredVersion & { readonly activatedAt: Date })[]> {
  const rows = await tx.query<VersionRow & { activated_at: Date }>({
    name: 'programmes.active-versions',
    text: `select id, content_hash, programme, activated_at
           from programmes.version
           where tenant_id = $1
             and activated_at is not null
             and withdrawn_at is null
           order by programme_id, activated_at desc, id`,
    values: [tx.tenantId],
  });
  return rows.map((row) => ({ ...toVersion(row), activatedAt: row.activated_at }));
}

export interface FoundVersion {
  readonly version: StoredVersion;
  readonly pages: readonly StepPage[];
  readonly forms: readonly FormFile[];
}

/** A version with its pages and forms, in one round trip. */
export async function findVersion(tx: Tx, versionId: string): Promise<FoundVersion | undefined> {
  const values = [tx.tenantId, versionId];
  const [versions, pages, forms] = await Promise.all([
    tx.query<VersionRow>({
      name: 'programmes.find-version',
      text: `select id, content_hash, programme
             from programmes.version
             where tenant_id = $1
               and id = $2`,
      values,
    }),
    tx.query<PageRow>({
      name: 'programmes.pages-of-version',
      text: `select step_id, language, title, summary, blocks
             from programmes.page
             where tenant_id = $1
               and version_id = $2
             order by step_id, language`,
      values,
    }),
    tx.query<FormRow>({
      name: 'programmes.forms-of-version',
      text: `select form_id, content
             from programmes.form
             where tenant_id = $1
               and version_id = $2
             order by form_id`,
      values,
    }),
  ]);
  const version = versions[0];
  if (version === undefined) return undefined;
  return {
    version: toVersion(version),
    pages: pages.map(toPage),
    forms: forms.map(({ form_id, content }) => ({ id: form_id, content })),
  };
}

export async function findMedia(tx: Tx, versionId: string, file: string) {
  const rows = await tx.query<{ content_type: string; bytes: Buffer; sha256: string }>({
    name: 'programmes.find-media',
    text: `select content_type, bytes, sha256
           from programmes.media
           where tenant_id = $1
             and version_id = $2
             and file = $3`,
    values: [tx.tenantId, versionId, file],
  });
  const row = rows[0];
  return row && { contentType: row.content_type, bytes: row.bytes, sha256: row.sha256 };
}

function toVersion(row: VersionRow): StoredVersion {
  const programme = storedProgramme.parse(JSON.parse(row.programme));
  return { versionId: row.id, contentHash: row.content_hash, programme };
}

function toPage(row: PageRow): StepPage {
  return {
    stepId: row.step_id,
    language: storedLanguage.parse(row.language),
    title: row.title,
    summary: row.summary,
    ...(row.blocks === null ? {} : { blocks: storedBlocks.parse(JSON.parse(row.blocks)) }),
  };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
