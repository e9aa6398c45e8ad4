/** Makes a hospital of some size for a run: everything that patients and clinicians would have left, in bulk. */
import { execFileSync } from 'node:child_process';
import { openDatabase } from '@skute/platform/db';
import { bulkKeyStore } from './bulk-keys.ts';
import { type Clinic, seedClinic } from './clinic.ts';
import { type Patient, seedPatients } from './patients.ts';
import { randomFrom } from './random.ts';
import { seedResponses } from './responses.ts';
import { seedTraces } from './traces.ts';
import { seedTreatments } from './treatments.ts';

export interface World {
  readonly clinic: Clinic;
  readonly patients: readonly Patient[];
  readonly seededAt: number;
}

export interface SeedOptions {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly keysDir: string;
  readonly patients: number;
}

export async function seedWorld(options: SeedOptions): Promise<World> {
  const database = await openDatabase({ databaseUrl: options.databaseUrl, dataDir: options.folder });
  try {
    const keys = bulkKeyStore(options.keysDir);
    const parts = { database, keys, random: randomFrom(options.patients), now: Date.now() };
    const clinic = await seedClinic(parts, options.patients);
    const patients = await seedPatients(parts, clinic, options.patients);
    await seedTreatments(parts, clinic, patients);
    await seedResponses(parts, clinic, patients);
    await seedTraces(parts, patients);
    execFileSync('sync');
    return { clinic, patients, seededAt: parts.now };
  } finally {
    await database.close();
  }
}
