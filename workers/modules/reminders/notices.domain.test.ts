import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelKinds, messageCategories } from '#schema/contracts/reminders.ts';
import { planNotices } from './notices.domain.ts';
import type { Notice } from './notices.domain.ts';

const phrase = { zh: '催办', en: 'Urged' };
const notice = (changes: Partial<Notice> = {}): Notice => ({
  category: 'urged',
  occasion: 'urge:1',
  title: phrase,
  body: phrase,
  href: '/',
  items: 1,
  ...changes,
});
const reached = (changes: object = {}) => ({
  personId: 'per_1',
  channel: 'email' as const,
  digest: 1,
  urged: 1,
  ...changes,
});
const counter = () => {
  let next = 0;
  return { id: (prefix: string) => `${prefix}_${(next += 1)}`, at: 1_000 };
};

describe('a notice', () => {
  it('is a message for each person, and a delivery for those who chose a channel', () => {
    const people = [reached(), { ...reached({ personId: 'per_2' }), channel: null }];
    const { messages, deliveries } = planNotices(people, () => notice(), counter());
    expect(messages.map(({ personId }) => personId)).toEqual(['per_1', 'per_2']);
    expect(deliveries).toEqual([
      {
        id: 'dlv_2',
        messageId: 'msg_1',
        personId: 'per_1',
        channel: 'email',
        state: 'queued',
        sentAt: null,
      },
    ]);
  });

  it('is one for a person who answers for several units', () => {
    const { messages, deliveries } = planNotices([reached(), reached()], () => notice(), counter());
    expect([messages.length, deliveries.length]).toEqual([1, 1]);
  });

  it('is told twice to one person only of two occasions', () => {
    let told = 0;
    const each = () => notice({ occasion: `request:${(told += 1)}` });
    expect(planNotices([reached(), reached()], each, counter()).messages).toHaveLength(2);
  });

  it('stays inside for what a person does not want outside', () => {
    const sends = (person: object, changes: Partial<Notice>) =>
      planNotices([reached(person)], () => notice(changes), counter()).deliveries.length === 1;
    expect(sends({ urged: 0 }, {})).toBe(false);
    expect(sends({ urged: 0 }, { category: 'digest' })).toBe(true);
    expect(sends({ digest: 0 }, { category: 'digest' })).toBe(false);
    expect(sends({ urged: 0 }, { category: 'weekly' })).toBe(false);
    expect(sends({}, { category: 'security' })).toBe(false);
  });

  it('is not told where there is nothing to say', () => {
    const planned = planNotices([reached()], () => undefined, counter());
    expect(planned).toEqual({ messages: [], deliveries: [] });
  });

  it('never leaves without its message, nor twice, whoever is told of what', () => {
    const anybody = fc.record({
      personId: fc.constantFrom('per_1', 'per_2', 'per_3'),
      channel: fc.constantFrom(null, ...channelKinds),
      digest: fc.constantFrom(0, 1),
      urged: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(
        fc.array(anybody, { maxLength: 12 }),
        fc.constantFrom(...messageCategories),
        (people, category) => {
          const { messages, deliveries } = planNotices(
            people,
            () => notice({ category }),
            counter(),
          );
          expect(messages).toHaveLength(new Set(people.map(({ personId }) => personId)).size);
          const ids = new Set(messages.map(({ id }) => id));
          expect(deliveries.every(({ messageId }) => ids.has(messageId))).toBe(true);
          expect(new Set(deliveries.map(({ messageId }) => messageId)).size).toBe(
            deliveries.length,
          );
          expect(category === 'security' && deliveries.length > 0).toBe(false);
        },
      ),
    );
  });
});
