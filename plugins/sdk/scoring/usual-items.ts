import type { Criterion, GradeTable, ScoreGroup } from '#schema/contracts/campaign/scorecard.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { events, exceptions, perCategory, perUnit, pricedByRecorder } from './define-prices.ts';
import { atLeast, bonus, criterion, grade, group, lessThan } from './define.ts';

/**
 * The parts that every edition proposes where its document gives no points at all: a commission
 * changes them like any other proposal.
 */
export const proposedPoints: Source = {
  proposed: true,
  reason: {
    zh: '原文没有分值；建议总分100分、加分不超过10分，迟报、漏报价格参照同类考评细则。',
    en: 'The document gives no points; 100 and at most 10 more are proposed, with the usual prices for late and omitted filings.',
  },
};

const source = proposedPoints;

export const proposedPointsNote: Text = {
  zh: '分值、价格和等次都是本平台建议，原文没有；结果仅供内部考核使用，未经批准不得对外公布。',
  en: 'Points, prices and grades are proposals, not in the document; for internal use only.',
};

/** Full points unless a reviewer records an exception: `byException('training', 'point-3-2', 5, { zh: '培训' })`. */
export function byException(key: string, clause: string, points: number, title: Text): Criterion {
  return criterion(key, {
    title,
    points,
    clause,
    measure: exceptions(key),
    price: pricedByRecorder({ max: points }),
    missing: 'none',
    words:
      '本平台建议：审核、检查中发现问题的，由评分人逐条登记扣分和理由，扣完为止；未登记的得满分。',
    source,
  });
}

function timeliness(clause: string): Criterion {
  return criterion('timeliness', {
    title: { zh: '报送及时', en: 'On time' },
    points: 15,
    clause,
    measure: events('filings', 'late', 'omitted'),
    price: perCategory('deduct', {
      late: { title: { zh: '迟报', en: 'Late' }, points: '0.5' },
      omitted: { title: { zh: '漏报', en: 'Omitted' }, points: 1 },
    }),
    unit: { zh: '次', en: 'times' },
    missing: 'none',
    words: '本平台建议：每迟报一次扣0.5分，漏报一次扣1分，扣完为止。',
    source,
  });
}

function completeness(clause: string): Criterion {
  return criterion('completeness', {
    title: { zh: '报送质量', en: 'Complete' },
    points: 10,
    clause,
    measure: events('filings', 'returned', 'returned-again'),
    price: perCategory('deduct', {
      returned: { title: { zh: '退回修改', en: 'Returned' }, points: '0.2' },
      'returned-again': { title: { zh: '再次退回修改', en: 'Returned again' }, points: '0.5' },
    }),
    unit: { zh: '次', en: 'times' },
    missing: 'none',
    words:
      '本平台建议：因内容不全、不实被退回修改，首次扣0.2分，同一报送件再次退回扣0.5分，扣完为止。',
    source,
  });
}

/** 报送情况, 25 points: lateness and omission, returns and second returns. `filingGroup('item-2')` */
export function filingGroup(clause: string): ScoreGroup {
  return group('filing', {
    title: { zh: '报送情况', en: 'Filing' },
    points: 25,
    clause,
    children: [timeliness(clause), completeness(clause)],
  });
}

type Honour = { zh: string; en: string };

function honours(clause: string, { upper, own }: { upper: Honour; own: Honour }): Criterion {
  return bonus('honours', {
    title: { zh: '行风工作受表扬', en: 'Commended for conduct' },
    points: 5,
    clause,
    measure: events('honours'),
    price: perCategory('add', {
      upper: { title: upper, points: 2 },
      own: { title: own, points: 1 },
    }),
    unit: { zh: '次', en: 'times' },
    missing: 'none',
    words: `本平台建议：${upper.zh}每次加2分，${own.zh}每次加1分，最多加5分。`,
    source,
  });
}

/**
 * 加分, at most 10: good practice adopted by `adopter`, and honours of two levels.
 * `bonusGroup('item-5-3', { adopter: '本委', upper: { zh: '国家级表扬', en: 'National' }, own: … })`
 */
export function bonusGroup(
  clause: string,
  { adopter, ...levels }: { adopter: string; upper: Honour; own: Honour },
): ScoreGroup {
  const practice = bonus('good-practice', {
    title: { zh: '典型做法被采用', en: 'Good practice adopted' },
    points: 5,
    clause,
    measure: events('good-practice'),
    price: perUnit({ add: 1 }),
    unit: { zh: '项', en: 'items' },
    missing: 'none',
    words: `本平台建议：做法被${adopter}采用推广的，每项加1分，最多加5分。`,
    source,
  });
  return group('bonus', {
    title: { zh: '加分', en: 'Bonus' },
    points: 0,
    clause,
    children: [practice, honours(clause, levels)],
  });
}

/** 优秀、良好、合格、不合格 by total; 优秀 asks for less than 10 points of deductions besides. */
export const usualGrades: GradeTable = {
  grades: [
    grade(
      'excellent',
      { zh: '优秀', en: 'Excellent' },
      atLeast('total', 90),
      lessThan('deductions', 10),
    ),
    grade('good', { zh: '良好', en: 'Good' }, atLeast('total', 80)),
    grade('passed', { zh: '合格', en: 'Passed' }, atLeast('total', 60)),
    grade('failed', { zh: '不合格', en: 'Failed' }, lessThan('total', 60)),
  ],
  words:
    '本平台建议：总分90分以上且扣分不满10分为优秀，80分以上为良好，60分以上为合格，不满60分为不合格。',
  source,
};
