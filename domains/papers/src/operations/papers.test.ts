import { acceptInvitation, finishStep, openStep, sendForm } from '@skute/treatment/contract';
import { instantAt, type IsoDate } from '@skute/platform/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as contract from '../contract.ts';
import { aPaperClinic, type PaperClinic, type Who } from '../testing/a-clinic.ts';
import { oslo } from '../testing/a-source.ts';

let clinic: PaperClinic;
const letter = { kind: 'gp-letter-3-months' };
const recipients = [
  { to: 'record' as const },
  { to: 'gp' as const, name: 'Fjord legesenter', herId: '80001', organisationNumber: null },
];

beforeAll(async () => {
  clinic = await aPaperClinic();
});
afterAll(() => clinic.close());

const wind = (date: IsoDate) => void (clinic.now = instantAt(oslo, date, '10:00'));
const papers = async (who: Who = 'nora') => (await clinic.call(who, contract.getPapers)).body;
const proposed = async () =>
  (await papers()).kinds.flatMap(({ kind, because }) => (because ? [`${kind}: ${because}`] : []));
const draftOf = async (kind: string, who: Who = 'nora') =>
  (await clinic.call(who, contract.getPaperDraft, { params: { kind } })).body;
const save = (who: Who, basedOn: number, assessment: string) =>
  clinic.call(who, contract.savePaperDraft, {
    params: letter,
    body: { basedOn, language: 'nb', parts: [{ part: 'assessment', text: assessment }] },
  });

function answer(total: readonly number[]) {
  const items = ['pain', 'pain-days', 'bloating', 'stools', 'daily-life'];
  const item = items.map((linkId, i) => ({ linkId, answer: [{ valueInteger: total[i] }] }));
  return clinic.call('kari', sendForm, {
    params: { formId: 'symptoms' },
    body: {
      beganAt: null,
      response: {
        resourceType: 'QuestionnaireResponse',
        status: 'in-progress',
        questionnaire: 'urn:skute:form:test:symptoms|1.0.0',
        item,
      },
    },
  });
}

describe('papers of a treatment', () => {
  test('there are none while the invitation has not been accepted', async () => {
    expect((await papers()).mayWrite).toBe(false);
    expect(await proposed()).toEqual([]);
    const came = await clinic.call('nora', contract.getPaperDraft, { params: { kind: 'start-note' } });
    expect(came.code).toBe('invitation-not-accepted');
  });

  test('a note is proposed at the start, and the 3-month letter when the 3-month form is answered', async () => {
    await clinic.call('kari', acceptInvitation);
    expect(await proposed()).toEqual(['start-note: treatment-started']);
    expect((await answer([70, 6, 60, 60, 71])).code).toBeUndefined();
    wind('2026-06-03');
    expect(await proposed()).toEqual(['start-note: treatment-started']);
    expect((await answer([40, 4, 40, 40, 48])).code).toBeUndefined();
    expect(await proposed()).toEqual([
      'start-note: treatment-started',
      'gp-letter-3-months: measures-answered',
    ]);
  });

  test('a draft is made of what is in the database', async () => {
    const { paper, number, saved, missing } = await draftOf('gp-letter-3-months');
    expect([number, saved, missing]).toEqual([0, null, ['assessment']]);
    expect(paper.plainText).toContain(
      '321 av 500 (alvorlig) ved start og 208 av 500 (moderat) sist, 113 lavere',
    );
    expect(paper.facts.map(({ value }) => value)).toContain('Kari Fjord');
  });

  test.each(['omar', 'siri'] as const)('%s gets nothing of it, by whatever route', async (who) => {
    const params = { ...letter, paperId: crypto.randomUUID(), deliveryId: crypto.randomUUID() };
    const body = { basedOn: 0, language: 'nb', parts: [], fingerprint: 'x', recipients };
    for (const route of contract.clinicPaperRoutes) {
      const shapes = (route.body as unknown as { shape: object }).shape;
      const sent = Object.fromEntries(Object.entries(body).filter(([field]) => field in shapes));
      const names = [...route.path.matchAll(/:([A-Za-z]+)/g)].map(([, name = '']) => name);
      const needed = Object.fromEntries(Object.entries(params).filter(([name]) => names.includes(name)));
      const came = await clinic.call(who, route, { params: needed, body: sent });
      expect([route.name, came.status, came.code]).toEqual([route.name, 404, 'not-found']);
    }
  });
});

describe('a draft', () => {
  test('is kept with its number, and is there for the colleague who treats her too', async () => {
    const came = await save('nora', 0, 'God bedring.');
    expect(came.body).toMatchObject({ outcome: 'kept', draft: { number: 1, missing: [] } });
    const seen = await draftOf('gp-letter-3-months', 'mona');
    expect(seen.number).toBe(1);
    expect(seen.paper.parts.map(({ text }) => text)[1]).toBe('God bedring.');
    expect((await papers()).kinds[1]?.draft).toMatchObject({ number: 1, saved: { by: 'Nora Fjord' } });
  });

  test('saved twice by the same hand is saved once', async () => {
    expect((await save('nora', 0, 'God bedring.')).body).toMatchObject({
      outcome: 'kept',
      draft: { number: 1 },
    });
  });

  test('of a colleague who saved in between is the answer, and nothing is overwritten', async () => {
    expect((await save('mona', 1, 'Bedre enn ventet.')).body).toMatchObject({ outcome: 'kept' });
    const came = await save('nora', 1, 'Ikke så bra.');
    expect(came.body).toMatchObject({ outcome: 'conflict', draft: { number: 2 } });
    expect(came.body.draft.paper.parts[1]?.text).toBe('Bedre enn ventet.');
    expect((await draftOf('gp-letter-3-months')).paper.parts[1]?.text).toBe('Bedre enn ventet.');
  });

  test('lies sealed in the database', async () => {
    const rows = await clinic.database.asOwner<{ content: Buffer }>(
      clinic.tenantId,
      'select content from papers.paper',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.content.includes(Buffer.from('Bedre'))).toBe(false);
  });

  test('can be looked at as the PDF that would be sent', async () => {
    const { body } = await clinic.call('nora', contract.previewPaper, { params: letter });
    expect(body.pdf.fileName).toBe('dokument-2026-06-03.pdf');
    expect(body.pdf.pages).toBeGreaterThan(0);
    expect(Buffer.from(body.pdf.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(body.fingerprint).toBe((await draftOf('gp-letter-3-months')).fingerprint);
  });
});

describe('sending', () => {
  const sent = (over: object = {}, key?: string) =>
    clinic.call(
      'nora',
      contract.sendPaper,
      {
        params: letter,
        body: { basedOn: 2, language: 'nb', fingerprint: 'x', recipients, ...over },
      },
      key,
    );

  test('needs an assessment, the newest draft, and the words that were read', async () => {
    const end = { kind: 'end-note' };
    const body = { basedOn: 0, language: 'nb', fingerprint: 'x', recipients: [{ to: 'record' }] };
    const empty = await clinic.call('nora', contract.sendPaper, { params: end, body });
    expect([empty.status, empty.code]).toEqual([422, 'parts-missing']);
    expect((await sent({ basedOn: 1 })).code).toBe('draft-changed');
    expect((await sent()).code).toBe('paper-changed');
    expect((await papers()).sent).toEqual([]);
  });

  test('twice with the same key is once; then it is proposed no more and never changes', async () => {
    const { fingerprint } = await draftOf('gp-letter-3-months');
    const first = await sent({ fingerprint }, 'the-same-key');
    expect(first.body).toMatchObject({
      kind: 'gp-letter-3-months',
      sentBy: 'Nora Fjord',
      deliveries: [
        { to: 'record', name: 'Havneklinikken', state: 'queued' },
        { to: 'gp', name: 'Fjord legesenter', state: 'queued' },
      ],
    });
    expect((await sent({ fingerprint }, 'the-same-key')).body).toEqual(first.body);
    expect((await papers()).sent).toHaveLength(1);
    expect(await proposed()).toEqual(['start-note: treatment-started']);
    const { rowCount } = await clinic.inTenant(async (tx) => {
      const rows = await tx.query({
        name: 'test-change-sent',
        text: `update papers.paper set language = 'sv' where tenant_id = $1 and state = 'sent' returning id`,
        values: [tx.tenantId],
      });
      return { rowCount: rows.length };
    });
    expect(rowCount).toBe(0);
  });

  test('the paper stays as it was sent, with its PDF, whatever happens afterwards', async () => {
    wind('2026-06-20');
    const [line] = (await papers()).sent;
    const params = { paperId: line?.paperId };
    const { paper } = (await clinic.call('mona', contract.getSentPaper, { params })).body;
    expect(paper.facts.map(({ value }) => value)).toContain('3. juni 2026');
    expect(paper.parts[1]?.text).toBe('Bedre enn ventet.');
    const pdf = (await clinic.call('nora', contract.getSentPaperPdf, { params })).body;
    expect(pdf.fileName).toBe('dokument-2026-06-03.pdf');
  });

  test('is in the access log as an act of hers, and everything lies sealed', async () => {
    const { database, tenantId } = clinic;
    const log = await database.asOwner<{ actor_id: string }>(
      tenantId,
      `select actor_id from log.entry where act = 'papers.send' and outcome = 'allowed'`,
    );
    expect(new Set(log.map(({ actor_id }) => actor_id))).toEqual(new Set([clinic.idOf('nora')]));
    const rows = await database.asOwner<{ text: string }>(
      tenantId,
      `select encode(p.content, 'escape') || encode(p.pdf, 'escape') || encode(d.recipient, 'escape') as text
       from papers.paper p join papers.delivery d on d.paper_id = p.id`,
    );
    expect(rows).toHaveLength(2);
    for (const { text } of rows) expect(text).not.toMatch(/Bedre|%PDF|legesenter|80001/);
  });
});

describe('the patient’s own pages', () => {
  test('a step can be kept when it has been visited', async () => {
    const params = { stepId: 'welcome' };
    expect((await clinic.call('kari', contract.getStepPdf, { params })).code).toBe('step-not-visited');
    await clinic.call('kari', openStep, { params });
    await clinic.call('kari', finishStep, { params });
    const { body } = await clinic.call('kari', contract.getStepPdf, { params });
    expect(body).toMatchObject({ fileName: 'dokument-2026-06-20.pdf', pages: 1 });
    expect((await clinic.call('kari', contract.getStepPdf, { params: { stepId: 'fibre' } })).status).toBe(
      409,
    );
  });

  test('the course of her own can be kept, and nobody else has one', async () => {
    expect((await clinic.call('kari', contract.getProgressPdf)).body.pages).toBe(1);
    expect((await clinic.call('nora', contract.getProgressPdf)).status).toBe(404);
  });

  test('so can what she answered', async () => {
    const rows = await clinic.database.asOwner<{ id: string }>(
      clinic.tenantId,
      'select id from forms.response order by answered_at',
    );
    const params = { responseId: rows[0]?.id };
    expect((await clinic.call('kari', contract.getResponsePdf, { params })).body.pages).toBe(1);
    const foreign = { responseId: crypto.randomUUID() };
    expect((await clinic.call('kari', contract.getResponsePdf, { params: foreign })).code).toBe(
      'unknown-response',
    );
  });
});
