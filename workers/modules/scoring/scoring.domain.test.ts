import { describe, expect, it } from 'vitest';
import { smallCampaign } from '#plugins/sdk/testing/campaign.fixtures.ts';
import type { SheetNode } from '#schema/contracts/campaign/score-sheet.ts';
import { scoredCampaign } from '#workers/modules/reviews/reviews.fixtures.ts';
import { judgeAmount, recordableItem, recordedEvents } from './deductions.domain.ts';
import { citedIn, notesOf, sourceView } from './sheet-notes.domain.ts';

const campaign = scoredCampaign();
const [card] = campaign.scorecards;
if (card === undefined) throw new Error('the campaign of the tests has a scorecard');

describe('a deduction by exception', () => {
  it('goes on items that leave the price to the recorder, and on no other', () => {
    expect(recordableItem(card, 'training')?.limit).toBe(150_000);
    expect(recordableItem(card, 'timeliness')).toBeUndefined();
    expect(recordableItem(card, 'filing')).toBeUndefined();
  });

  it('lies between the least and the most of the standard, and within what is left', () => {
    const item = { least: 1, most: 100_000, limit: 150_000 };
    expect(judgeAmount(item, 100_001, 0)).toBe('out-of-range');
    expect(judgeAmount(item, 0, 0)).toBe('out-of-range');
    expect(judgeAmount(item, 50_000, 100_000)).toBe('fits');
    expect(judgeAmount(item, 50_001, 100_000)).toBe('nothing-left');
  });

  it('reaches the kernel with its points in words, its day and what it cites', () => {
    const row = {
      id: 'ded_1',
      criterionKey: 'training',
      amount: 15_000,
      reason: '签到不全',
      submissionId: 'sub_1',
      recordedByPost: '医政科审核岗',
      recordedAt: Date.parse('2026-07-01T23:30:00+08:00'),
    };
    const events = recordedEvents([row, { ...row, id: 'ded_2', submissionId: null }]);
    expect(events).toMatchObject({
      training: [
        { id: 'ded_1', on: '2026-07-01', points: '1.5', materials: ['sub_1'] },
        { id: 'ded_2', materials: [] },
      ],
    });
  });
});

describe('a deduction that says how to make good', () => {
  it('tells the unit the remedy behind the reason, in both languages', () => {
    const row = {
      id: 'ded_1',
      criterionKey: 'training',
      amount: 5000,
      reason: '少训一场',
      remedy: '8月底前补训',
      submissionId: null,
      recordedByPost: '医政科审核岗',
      recordedAt: 0,
    };
    const [event] = recordedEvents([row])['training'] ?? [];
    expect(event?.reason).toEqual({
      zh: '少训一场（补救办法：8月底前补训）',
      en: '少训一场 (remedy: 8月底前补训)',
    });
    const [plain] = recordedEvents([{ ...row, remedy: null }])['training'] ?? [];
    expect(plain?.reason).toBe('少训一场');
  });
});

describe('what stands beside a line of the sheet', () => {
  it('is the words of the standard, their source and the clause, for every node', () => {
    const notes = notesOf(card, campaign);
    expect(Object.keys(notes)).toEqual(['filing', 'timeliness', 'completeness', 'training']);
    expect(notes['training']).toMatchObject({
      words: '未按要求组织全员培训的，酌情扣分。',
      source: { proposed: false, text: '组织全员培训' },
      clause: { number: '一', title: '教育培训' },
    });
    expect(notes['timeliness']?.source).toMatchObject({ proposed: true });
    expect(notes['filing']).toEqual({});
  });

  it('quotes the clause itself where the source names it without a quotation', () => {
    const small = smallCampaign();
    expect(sourceView({ clause: 'goal' }, small)).toEqual({
      proposed: false,
      text: '树立风清气正的行业新风尚。',
    });
    expect(sourceView({ document: '某通知' }, small).text).toBe('某通知');
  });

  it('cites each filing once, in the order of the sheet', () => {
    const node = (materials: string[], children: SheetNode[] = []) =>
      ({ lines: materials.map((id) => ({ materials: [id] })), children }) as unknown as SheetNode;
    const tree = [node([], [node(['sub_2', 'sub_1'])]), node(['sub_2', 'sub_3'])];
    expect(citedIn(tree)).toEqual(['sub_2', 'sub_1', 'sub_3']);
  });
});
