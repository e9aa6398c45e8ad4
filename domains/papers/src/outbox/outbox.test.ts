import { acceptInvitation } from '@skute/treatment/contract';
import { forgetTreatment } from '@skute/treatment';
import { hourMs } from '@skute/platform/time';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getPaperDraft, getPapers, sendPaper, sendPaperAgain, type SentLine } from '../contract.ts';
import { aPaperClinic, type PaperClinic } from '../testing/a-clinic.ts';
import { fileDrop } from './file-drop.ts';
import { outboxRound } from './round.ts';
import type { WayOut } from './way-out.ts';

let clinic: PaperClinic;
let folder: string;
let place: string;
const problems: string[] = [];

beforeAll(async () => {
  clinic = await aPaperClinic();
  await clinic.call('kari', acceptInvitation);
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'skute-outbox-'));
  place = path.join(folder, clinic.tenantId);
  problems.length = 0;
});
afterAll(async () => {
  await clinic.close();
  await rm(folder, { recursive: true, force: true });
});

/** Sends a start note to the record and to a GP; the deliveries in this order. */
async function sent(): Promise<SentLine> {
  const params = { kind: 'start-note' };
  const draft = (await clinic.call('nora', getPaperDraft, { params })).body;
  const body = {
    basedOn: draft.number,
    language: 'nb',
    fingerprint: draft.fingerprint,
    recipients: [{ to: 'record' }, { to: 'gp', name: 'Fjord legesenter', organisationNumber: '974557746' }],
  };
  const line = (await clinic.call('nora', sendPaper, { params, body })).body;
  clinic.now += 1000;
  return line;
}

const round = (wayOut: WayOut = fileDrop(folder)) =>
  outboxRound(
    {
      pool: clinic.database.pool,
      keys: clinic.database.keys,
      wayOut,
      onProblem: (sentence) => problems.push(sentence),
    },
    clinic.tenantId,
    clinic.now,
  );
const statesOf = async ({ paperId }: SentLine) => {
  const lines = (await clinic.call('nora', getPapers)).body.sent;
  const found = lines.find((line) => line.paperId === paperId);
  return (found?.deliveries ?? []).map(({ state, reason, receipt }) => [state, reason ?? receipt]);
};
const files = async () => (await readdir(place)).toSorted();
const receipt = (id: string, outcome: string, reference?: string) =>
  writeFile(path.join(place, `${id}.receipt.json`), JSON.stringify({ id, outcome, reference }));
const idsOf = ({ deliveries }: SentLine): [string, string] => [
  deliveries[0]?.id ?? '',
  deliveries[1]?.id ?? '',
];
const broken: WayOut = {
  ...fileDrop('/nowhere'),
  handOver: () => Promise.reject(new Error('no way out')),
  lyingHere: async () => [],
  receipts: async () => [],
};

describe('the outbox', () => {
  test('drops the PDF, and beside it what a carrier must know and no word of health', async () => {
    const line = await sent();
    const [record, gp] = idsOf(line);
    await round();
    expect(await files()).toEqual([record, gp].flatMap((id) => [`${id}.json`, `${id}.pdf`]).toSorted());
    const pdf = await readFile(path.join(place, `${gp}.pdf`));
    const about: unknown = JSON.parse(await readFile(path.join(place, `${gp}.json`), 'utf8'));
    expect(about).toEqual({
      format: 'skute-delivery/1',
      id: gp,
      document: 'note',
      language: 'nb',
      sentAt: line.sentAt,
      sender: { organisationNumber: '974557746' },
      recipient: { kind: 'gp', herId: null, organisationNumber: '974557746' },
      contentType: 'application/pdf',
      bytes: pdf.byteLength,
      sha256: createHash('sha256').update(pdf).digest('hex'),
    });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await statesOf(line)).toEqual([
      ['delivered', null],
      ['delivered', null],
    ]);
  });

  test('takes a receipt and a refusal, and then nothing lies there any more', async () => {
    const line = await sent();
    const [record, gp] = idsOf(line);
    await round();
    await receipt(record, 'acknowledged', 'EPJ-77');
    await receipt(gp, 'refused');
    await round();
    expect(await statesOf(line)).toEqual([
      ['acknowledged', 'EPJ-77'],
      ['failed', 'refused-by-receiver'],
    ]);
    expect(await files()).toEqual([]);
  });

  test('a refused one can be sent again, and the old answer is not taken for the new', async () => {
    const line = await sent();
    const [record, gp] = idsOf(line);
    await round();
    await receipt(gp, 'refused');
    await round();
    await receipt(gp, 'refused');
    const params = { paperId: line.paperId, deliveryId: gp };
    expect((await clinic.call('nora', sendPaperAgain, { params })).status).toBe(200);
    const other = { paperId: line.paperId, deliveryId: record };
    expect((await clinic.call('nora', sendPaperAgain, { params: other })).code).toBe('not-failed');
    await round();
    expect((await statesOf(line))[1]).toEqual(['delivered', null]);
    expect(await files()).toContain(`${gp}.json`);
  });

  test('stopped between the two files, it puts both there again under the same id', async () => {
    const line = await sent();
    const [record, gp] = idsOf(line);
    const stopping: WayOut = {
      ...fileDrop(folder),
      async handOver(parcel) {
        await fileDrop(folder).handOver(parcel);
        await rm(path.join(place, `${parcel.id}.json`));
        throw new Error('killed');
      },
    };
    await round(stopping);
    expect(await files()).toEqual([`${record}.pdf`, `${gp}.pdf`].toSorted());
    expect(await statesOf(line)).toEqual([
      ['queued', null],
      ['queued', null],
    ]);
    clinic.now += 60_000;
    await round();
    expect(await files()).toHaveLength(4);
    expect(await statesOf(line)).toEqual([
      ['delivered', null],
      ['delivered', null],
    ]);
  });

  test('tries again with longer pauses, and after a day says that it has failed', async () => {
    const line = await sent();
    await round(broken);
    await round(broken);
    expect(problems).toHaveLength(2);
    for (let hours = 0; hours < 26; hours += 1) {
      clinic.now += hourMs;
      await round(broken);
    }
    expect(await statesOf(line)).toEqual([
      ['failed', 'not-handed-over'],
      ['failed', 'not-handed-over'],
    ]);
    expect(problems.join(' ')).not.toMatch(/Kari|Fjord/);
  });

  test('a day without a receipt is a failure, and a late receipt still counts', async () => {
    const line = await sent();
    const [record] = idsOf(line);
    await round();
    clinic.now += 25 * hourMs;
    await round();
    expect((await statesOf(line))[0]).toEqual(['failed', 'no-receipt']);
    expect(await files()).toHaveLength(4);
    await receipt(record, 'acknowledged', 'late');
    await round();
    expect((await statesOf(line))[0]).toEqual(['acknowledged', 'late']);
  });

  test('two processes at once hand each delivery over once', async () => {
    await sent();
    const handed: string[] = [];
    const counting: WayOut = {
      ...fileDrop(folder),
      async handOver(parcel) {
        handed.push(parcel.id);
        return fileDrop(folder).handOver(parcel);
      },
    };
    await Promise.all([round(counting), round(counting)]);
    expect(handed).toHaveLength(new Set(handed).size);
    expect(handed).toHaveLength(2);
  });

  test('takes a half-written receipt, and one of another delivery, for none', async () => {
    const line = await sent();
    const [record, gp] = idsOf(line);
    await round();
    await writeFile(path.join(place, `${record}.receipt.json`), '{"id":');
    await writeFile(
      path.join(place, `${gp}.receipt.json`),
      JSON.stringify({ id: record, outcome: 'acknowledged' }),
    );
    await round();
    expect((await statesOf(line)).map(([state]) => state)).toEqual(['delivered', 'delivered']);
  });

  test('a treatment that is forgotten leaves nothing outside', async () => {
    await sent();
    await round();
    expect(await files()).toHaveLength(4);
    await clinic.inTenant(async (tx) => forgetTreatment(tx, clinic.treatmentId));
    await round();
    expect(await files()).toEqual([]);
    expect(await clinic.database.asOwner(clinic.tenantId, 'select id from papers.delivery')).toEqual([]);
  });
});
