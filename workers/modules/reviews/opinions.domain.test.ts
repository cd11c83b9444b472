import { describe, expect, it } from 'vitest';
import { isAwaited, mayAnswer, mayWithdraw, toOpinion } from './opinions.domain.ts';
import type { OpinionRecord } from './opinions.domain.ts';

const row = (changes: Partial<OpinionRecord> = {}): OpinionRecord => ({
  id: 'opn_1',
  submissionId: 'sub_1',
  revision: 2,
  kind: 'second',
  office: '第二审核人',
  askedOf: 'per_second',
  askedPost: '行风办核稿岗',
  question: '请通看一遍',
  askedBy: 'per_lead',
  askedByPost: '医政科审核岗',
  askedAt: 1,
  state: 'answered',
  view: 'mend',
  words: '人数与签到表不一致',
  ownView: null,
  ownWords: null,
  answeredBy: 'per_second',
  answeredByPost: '行风办核稿岗',
  answeredAt: 2,
  signedOn: null,
  version: 2,
  ...changes,
});
const [lead, second, third] = ['per_lead', 'per_second', 'per_third'].map((personId) => ({
  personId,
}));
if (!lead || !second || !third) throw new Error('three readers');

describe('what a second reviewer says', () => {
  it('is read by who asked and who answered, and by no third person', () => {
    for (const reader of [lead, second]) {
      expect(toOpinion(row(), reader)).toMatchObject({ view: 'mend', words: '人数与签到表不一致' });
    }
    const seen = toOpinion(row(), third);
    expect(seen).toMatchObject({ state: 'answered', answeredByPost: '行风办核稿岗' });
    expect(seen).not.toHaveProperty('view');
    expect(seen).not.toHaveProperty('words');
  });

  it('is open to every reviewer where another office speaks for its own field', () => {
    expect(toOpinion(row({ kind: 'office' }), third)).toMatchObject({ view: 'mend' });
  });
});

describe('what was asked', () => {
  const asked = row({ state: 'asked', view: null, words: null, answeredBy: null });

  it('is answered by the person asked, or from paper by who asked', () => {
    expect([lead, second, third].map((reader) => mayAnswer(asked, reader))).toEqual([
      false,
      true,
      false,
    ]);
    const onPaper = { ...asked, askedOf: null };
    expect([lead, second].map((reader) => mayAnswer(onPaper, reader))).toEqual([true, false]);
    expect(mayAnswer(row(), second)).toBe(false);
  });

  it('is taken back by who asked, as long as it is open', () => {
    expect(mayWithdraw(asked, lead)).toBe(true);
    expect(mayWithdraw(asked, second)).toBe(false);
    expect(mayWithdraw(row(), lead)).toBe(false);
  });

  it('is waited for while it is about what was filed last', () => {
    expect(isAwaited(asked, 2)).toBe(true);
    expect(isAwaited(asked, 3)).toBe(false);
    expect(isAwaited(row(), 2)).toBe(false);
  });
});
