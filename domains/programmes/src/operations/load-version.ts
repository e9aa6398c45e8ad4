import type { Tx } from '@skute/platform/db';
import { loadedForm } from '../loaded-form.ts';
import { type LoadedProgramme, loadedProgramme } from '../loaded-programme.ts';
import type { Language, Programme } from '../programme.ts';
import { activeVersions, findMedia, findVersion } from '../store.ts';

/** Enough for the programmes of a few hundred clinics that share versions; a version with its pages and forms takes 1 or 2 MB. */
const mostKept = 100;

/** By tenant and version, the least recently used first. Versions never change, so what is here is never stale. */
const kept = new Map<string, LoadedProgramme>();

/** A programme version with all its pages and forms. That a treatment points to a version that is not there is a fault of ours. */
export async function loadVersion(tx: Tx, versionId: string): Promise<LoadedProgramme> {
  const key = `${tx.tenantId} ${versionId}`;
  const known = kept.get(key);
  if (known !== undefined) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const found = await findVersion(tx, versionId);
  if (found === undefined) throw new Error(`programme version ${versionId} is not there`);
  const loaded = loadedProgramme(found.version, found.pages, found.forms.map(loadedForm));
  kept.set(key, loaded);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return loaded;
}

/** A version as a list shows it. */
export interface VersionLine {
  readonly versionId: string;
  readonly programmeId: string;
  readonly version: string;
  readonly status: Programme['status'];
  readonly languages: Programme['languages'];
  readonly days: number;
  readonly titles: Partial<Record<Language, string>>;
  readonly contentHash: string;
  readonly activatedAt: Date;
}

/** The versions that a new treatment may start on: by programme, the newest first. */
export async function versionsOf(tx: Tx): Promise<VersionLine[]> {
  const versions = await activeVersions(tx);
  return versions.map(({ versionId, contentHash, activatedAt, programme }) => ({
    versionId,
    programmeId: programme.id,
    version: programme.version,
    status: programme.status,
    languages: programme.languages,
    days: programme.days,
    titles: Object.fromEntries(
      Object.entries(programme.texts).map(([language, texts]) => [language, texts.programme.title]),
    ),
    contentHash,
    activatedAt,
  }));
}

/** A picture, film or caption file of a version. */
export async function mediaOf(
  tx: Tx,
  versionId: string,
  file: string,
): Promise<{ readonly contentType: string; readonly bytes: Buffer; readonly sha256: string } | undefined> {
  return findMedia(tx, versionId, file);
}
