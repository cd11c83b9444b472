import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChainFollower, verifyAuditChain } from './audit-chain.ts';
import type { ChainEntry } from './audit-chain.ts';

const digest = (prevHash: Uint8Array, body: string) =>
  new Uint8Array(createHash('sha3-256').update(prevHash).update(body, 'utf8').digest());

/** A chain as the engine writes it, from its genesis. */
function chainOf(bodies: readonly string[]): ChainEntry[] {
  const entries: ChainEntry[] = [];
  let prevHash: Uint8Array = new Uint8Array(32);
  for (const [seq, body] of bodies.entries()) {
    const hash = digest(prevHash, body);
    entries.push({ seq, body, prevHash, hash });
    prevHash = hash;
  }
  return entries;
}

const bodies = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 20 });
const chainWithPlace = bodies.chain((list) =>
  fc.tuple(fc.constant(chainOf(list)), fc.nat({ max: list.length - 1 })),
);

describe('a chain', () => {
  test('that nobody touched is whole, Chinese and emoji included', () => {
    fc.assert(
      fc.property(bodies, (list) => {
        const entries = chainOf(list);
        expect(verifyAuditChain(entries)).toEqual({
          status: 'whole',
          entries: list.length,
          headSeq: list.length - 1,
          headHash: Buffer.from(entries.at(-1)?.hash ?? []).toString('hex'),
        });
      }),
    );
  });

  test('with one altered entry is broken there', () => {
    fc.assert(
      fc.property(chainWithPlace, ([entries, place]) => {
        const altered = entries.map((entry) =>
          entry.seq === place ? { ...entry, body: `${entry.body}!` } : entry,
        );
        expect(verifyAuditChain(altered)).toEqual({
          status: 'broken',
          firstBroken: place,
          reason: 'altered',
        });
      }),
    );
  });

  test('with an entry taken out is broken there, unless it was the last', () => {
    fc.assert(
      fc.property(chainWithPlace, ([entries, place]) => {
        const rest = entries.filter(({ seq }) => seq !== place);
        const expected =
          place === entries.length - 1
            ? { status: 'whole', entries: place }
            : { status: 'broken', firstBroken: place, reason: 'missing' };
        expect(verifyAuditChain(rest)).toMatchObject(expected);
      }),
    );
  });

  test('with two entries exchanged is broken at the first of them', () => {
    fc.assert(
      fc.property(chainWithPlace, ([entries, place]) => {
        fc.pre(place > 0);
        const swapped = [...entries];
        const [before, after] = [entries[place - 1], entries[place]];
        if (!before || !after) throw new Error('no neighbours');
        swapped[place - 1] = { ...after, seq: before.seq };
        swapped[place] = { ...before, seq: after.seq };
        expect(verifyAuditChain(swapped)).toMatchObject({
          status: 'broken',
          firstBroken: place - 1,
        });
      }),
    );
  });

  test('that was hashed anew from some entry on is whole in itself, with another head', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), (list, at) => {
        const place = at % list.length;
        const forged = list.map((body, index) => (index === place ? `${body}!` : body));
        const [honest, other] = [chainOf(list), chainOf(forged)].map(verifyAuditChain);
        expect(other?.status).toBe('whole');
        expect(other).not.toEqual(honest);
      }),
    );
  });

  test('of nothing proves nothing', () => {
    expect(verifyAuditChain([])).toEqual({ status: 'broken', firstBroken: 0, reason: 'empty' });
  });

  test('that arrives in pages gets the same verdict, and the first fault stays', () => {
    fc.assert(
      fc.property(chainWithPlace, ([entries, place]) => {
        const altered = entries.map((entry) =>
          entry.seq >= place ? { ...entry, body: `${entry.body}!` } : entry,
        );
        const follower = createChainFollower();
        for (const entry of altered) follower.follow(entry);
        expect(follower.verdict()).toEqual(verifyAuditChain(altered));
        expect(follower.verdict()).toMatchObject({ firstBroken: place });
      }),
    );
  });
});
