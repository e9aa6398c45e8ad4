import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isRefused } from './refusals.ts';
import { answerAttacks, type HostileCase, metadataAttacks, tokenAttacks } from './testing/hostile-cases.ts';
import { laxSubject } from './testing/lax-relying-party.ts';
import { aWorld, type Visit, type World } from './testing/world.ts';

let world: World;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.op.close());
beforeEach(() => {
  world.op.misbehaves = {};
});

test('a provider that does everything right gets its person in', async () => {
  const finished = await world.signIn();
  if (isRefused(finished)) throw new Error(finished.refused);
  expect(finished.verified).toMatchObject({
    provider: 'patient',
    kind: 'patient',
    issuer: world.op.issuer,
    subject: 'kari-at-provider',
    sid: 'session-at-provider',
    acr: 'idporten-loa-high',
    nationalNumber: '01887012345',
  });
});

describe('nobody gets in by a token with', () => {
  test.each(tokenAttacks)('$attack', async (attack) => {
    const visited = await attackedVisit(attack);
    const outcome = await world.login.finish('patient', visited.back, visited.cookie);
    expect(outcome).toMatchObject({ refused: attack.refused });
  });
});

describe('nobody gets in by an answer with', () => {
  test.each(answerAttacks)('$attack', async (attack) => {
    const visited = await attackedVisit(attack);
    const outcome = await world.login.finish('patient', visited.back, visited.cookie);
    expect(outcome).toMatchObject({ refused: attack.refused });
  });
});

describe('nobody is sent to a provider with', () => {
  test.each(metadataAttacks)('$attack', async (attack) => {
    const fresh = await aWorld();
    fresh.op.misbehaves = misbehaviourOf(attack);
    expect(await fresh.visit()).toMatchObject({ refused: attack.refused });
    expect(fresh.op.seen.authorizations).toHaveLength(0);
    await fresh.op.close();
  });
});

describe('planted bug: a relying party that checks nothing lets in', () => {
  const real = [...tokenAttacks, ...answerAttacks].filter(({ harmless }) => !harmless);

  test.each(real)('$attack', async (attack) => {
    expect(await laxSubject(world, await attackedVisit(attack))).toBe('kari-at-provider');
  });

  test('nearly every attack of the list', () => {
    const all = [...tokenAttacks, ...answerAttacks];
    expect(all.length).toBeGreaterThan(50);
    expect(all.length - real.length).toBeLessThanOrEqual(4);
  });
});

async function attackedVisit(attack: HostileCase): Promise<Visit> {
  const misbehaves = misbehaviourOf(attack);
  if (misbehaves.metadata) {
    // Metadata are kept for a day.
    world.now += 25 * 3_600_000;
  }
  world.op.misbehaves = misbehaves;
  const visited = await world.visit('patient', attack.device);
  if (isRefused(visited)) throw new Error(visited.refused);
  return visited;
}

function misbehaviourOf({ misbehaves }: HostileCase) {
  return typeof misbehaves === 'function' ? misbehaves(world.otherKey) : misbehaves;
}
