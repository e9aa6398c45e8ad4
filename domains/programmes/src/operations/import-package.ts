import type { Tx } from '@skute/platform/db';
import { stepsInOrder } from '../programme.ts';
import { hasErrors, type Problem } from '../problems.ts';
import type { ReadPackage } from '../read-package.ts';
import { findVersionNumber, insertForms, insertMedia, insertPages, insertVersion } from '../store.ts';
import { type IsLicensed, type Unlicensed, unlicensedIn } from './licences.ts';

export interface Imported {
  readonly kind: 'imported';
  readonly versionId: string;
  /** False when the very same content was there already. */
  readonly isNew: boolean;
}

export type CannotImport =
  | { readonly kind: 'package-has-errors'; readonly problems: readonly Problem[] }
  /** Published versions never change: what a patient has read must be findable as it was. */
  | { readonly kind: 'version-exists-with-other-content'; readonly versionId: string }
  | { readonly kind: 'instrument-not-licensed'; readonly instruments: readonly Unlicensed[] };

export interface ImportParts {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly newId: () => string;
  readonly isLicensed: IsLicensed;
}

/** Stores a programme version for a tenant and makes it active. The same content again changes nothing. */
export async function importPackage(
  tx: Tx,
  read: ReadPackage,
  { now, newId, isLicensed }: ImportParts,
): Promise<Imported | CannotImport> {
  const { programme, contentHash } = read;
  if (programme === undefined || hasErrors(read.problems))
    return { kind: 'package-has-errors', problems: read.problems };
  const instruments = await unlicensedIn(read.forms, isLicensed);
  if (instruments.length > 0) return { kind: 'instrument-not-licensed', instruments };
  const versionId = newId();
  const isNew = await insertVersion(tx, { versionId, contentHash, programme }, new Date(now));
  if (!isNew) return alreadyThere(tx, programme.id, programme.version, contentHash);
  await insertPages(
    tx,
    versionId,
    read.pages.filter(({ stepId }) => isStep(programme, stepId)),
  );
  await insertForms(tx, versionId, read.forms);
  // One at a time: together, the films of a programme would be held in memory twice.
  for (const media of read.media) await insertMedia(tx, versionId, media);
  return { kind: 'imported', versionId, isNew: true };
}

async function alreadyThere(tx: Tx, programmeId: string, version: string, contentHash: string) {
  const existing = await findVersionNumber(tx, programmeId, version);
  if (existing === undefined)
    throw new Error(`version ${version} of ${programmeId} is neither new nor there`);
  const { versionId } = existing;
  return existing.contentHash === contentHash
    ? ({ kind: 'imported', versionId, isNew: false } as const)
    : ({ kind: 'version-exists-with-other-content', versionId } as const);
}

/** A page of a step that the programme does not have is a warning to its author, and nothing to store. */
function isStep(programme: NonNullable<ReadPackage['programme']>, stepId: string): boolean {
  return stepsInOrder(programme).some(({ step }) => step.id === stepId);
}
