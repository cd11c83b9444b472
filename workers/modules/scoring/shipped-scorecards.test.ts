import { describe, expect, it } from 'vitest';
import { plugins } from '#plugins/registry.ts';
import { dueInstant } from '#plugins/sdk/dates/days.ts';
import { compileScorecard } from '#plugins/sdk/scoring/compile.ts';
import { recordableItems } from '#plugins/sdk/scoring/recordable.ts';
import { score } from '#plugins/sdk/scoring/score.ts';
import { recordedEvents } from './deductions.domain.ts';
import { filingFacts } from './filing-facts.domain.ts';
import { citedIn, notesOf } from './sheet-notes.domain.ts';

const dueOn = '2026-06-30';
const dueAt = dueInstant(dueOn);
const late = { id: 'sub_late', state: 'accepted' as const, dueOn, dueAt, firstFiledAt: dueAt + 1 };
const omitted = { id: 'sub_open', state: 'draft' as const, dueOn, dueAt, firstFiledAt: null };
const returned = {
  id: 'rev_1',
  submissionId: late.id,
  points: 1,
  reviewerPost: '审核岗',
  at: dueAt + 2,
};
const facts = filingFacts([late, omitted], [returned], dueAt + 3);

describe.each(plugins.map((plugin) => [plugin.id, plugin] as const))(
  'the scorecards that %s ships',
  (_, plugin) => {
    const loadCards = async () => {
      const editions = await Promise.all(plugin.editions.map((edition) => edition.load()));
      return editions.flatMap(({ campaign }) =>
        campaign.scorecards.map((card) => ({ campaign, card, compiled: compileScorecard(card) })),
      );
    };

    it('take points for late, omitted and returned filings, and leave nothing to be measured', async () => {
      const cards = await loadCards();
      expect(cards.length).toBeGreaterThan(0);
      for (const { compiled } of cards) {
        const sheet = score(compiled, facts);
        expect(sheet.pending).toEqual([]);
        expect(citedIn(sheet.tree).toSorted()).toEqual(['sub_late', 'sub_open']);
        expect(score(compiled, filingFacts([], [], dueAt)).deductions).toBe(0);
      }
    });

    it('have items to record deductions on, each with its clause to show', async () => {
      for (const { card, campaign, compiled } of await loadCards()) {
        const items = recordableItems(card);
        expect(items.length).toBeGreaterThan(0);
        const notes = notesOf(card, campaign);
        for (const { criterion, least, limit } of items) {
          expect(notes[criterion.key]?.clause?.words).toBeTruthy();
          const row = {
            criterionKey: criterion.key,
            amount: least,
            reason: '登记',
            recordedAt: dueAt,
          };
          const entry = { ...row, id: 'ded_1', submissionId: null, recordedByPost: '审核岗' };
          const sheet = score(compiled, {}, recordedEvents([entry]));
          expect(sheet.deductions).toBe(least);
          expect(limit).toBeGreaterThanOrEqual(least);
        }
      }
    });
  },
);
