import { proposed } from '#plugins/sdk/define.ts';
import {
  events,
  exceptions,
  perCategory,
  perUnit,
  pricedByRecorder,
} from '#plugins/sdk/scoring/define-prices.ts';
import {
  atLeast,
  bonus,
  criterion,
  defineScorecard,
  grade,
  group,
  lessThan,
} from '#plugins/sdk/scoring/define.ts';
import type { Criterion } from '#schema/contracts/campaign/scorecard.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';

/** The document gives no points at all: each one here is a proposal for the commission to change. */
const source = proposed({
  zh: '原文没有分值；建议总分100分、加分不超过10分，迟报、漏报价格参照同类考评细则。',
  en: 'The document gives no points; 100 and at most 10 more are proposed, with the usual prices for late and omitted filings.',
});

/** Full points unless a reviewer records an exception, with its reason and points. */
function byException(key: string, clause: string, points: number, title: Text): Criterion {
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

const filing = group('filing', {
  title: { zh: '报送情况', en: 'Filing' },
  points: 25,
  clause: 'step-1-7',
  children: [
    criterion('timeliness', {
      title: { zh: '报送及时', en: 'On time' },
      points: 15,
      clause: 'step-1-7',
      measure: events('filings', 'late', 'omitted'),
      price: perCategory('deduct', {
        late: { title: { zh: '迟报', en: 'Late' }, points: '0.5' },
        omitted: { title: { zh: '漏报', en: 'Omitted' }, points: 1 },
      }),
      unit: { zh: '次', en: 'times' },
      missing: 'none',
      words: '本平台建议：每迟报一次扣0.5分，漏报一次扣1分，扣完为止。',
      source,
    }),
    criterion('completeness', {
      title: { zh: '报送质量', en: 'Complete' },
      points: 10,
      clause: 'step-1-7',
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
    }),
  ],
});

const responsibility = group('responsibility', {
  title: { zh: '组织领导与学习', en: 'Leadership and study' },
  points: 15,
  clause: 'demand-1',
  children: [
    byException('leading-group', 'demand-1-2', 5, {
      zh: '领导小组与第一责任人',
      en: 'Leading group and first responsible',
    }),
    byException('study', 'study-2', 5, { zh: '学习讨论', en: 'Study and discussion' }),
    byException('duties', 'demand-2', 5, { zh: '职责分工落实', en: 'Duties carried out' }),
  ],
});

const rectification = group('self-check-and-rectification', {
  title: { zh: '自查自纠与整改', en: 'Self-check and rectification' },
  points: 30,
  clause: 'part-3',
  children: [
    byException('negative-list', 'step-1-5', 10, {
      zh: '负面清单查找全面、具体',
      en: 'Negative list complete and concrete',
    }),
    byException('rectified', 'step-1-6', 20, {
      zh: '逐条逐项整改销号',
      en: 'Rectified item by item',
    }),
  ],
});

const control = group('risks-and-control', {
  title: { zh: '风险防控与内控机制', en: 'Risks and internal control' },
  points: 15,
  clause: 'part-3',
  children: [
    byException('risk-catalogue', 'screening-2', 10, {
      zh: '权力清单与风险隐患目录',
      en: 'Lists of powers and catalogue of risks',
    }),
    byException('rules-review', 'control-1', 5, {
      zh: '“留、废、改、立”',
      en: 'Rules kept, dropped, changed, made',
    }),
  ],
});

const appraisal = group('inspection-and-appraisal', {
  title: { zh: '检查与评议', en: 'Inspection and appraisal' },
  points: 15,
  clause: 'appraisal',
  children: [
    byException('inspection-findings', 'appraisal-1', 5, {
      zh: '督导检查问题整改',
      en: 'Findings of the inspection',
    }),
    byException('appraisal-problems', 'appraisal-3', 10, {
      zh: '民主评议反馈问题整改',
      en: 'Problems of the appraisal rectified',
    }),
  ],
});

const extra = group('bonus', {
  title: { zh: '加分', en: 'Bonus' },
  points: 0,
  clause: 'step-3-3',
  children: [
    bonus('good-practice', {
      title: { zh: '典型做法被采用', en: 'Good practice adopted' },
      points: 5,
      clause: 'step-3-3',
      measure: events('good-practice'),
      price: perUnit({ add: 1 }),
      unit: { zh: '项', en: 'items' },
      missing: 'none',
      words: '本平台建议：做法被本局采用推广的，每项加1分，最多加5分。',
      source,
    }),
    bonus('honours', {
      title: { zh: '行风工作受表扬', en: 'Commended for conduct' },
      points: 5,
      clause: 'step-3-3',
      measure: events('honours'),
      price: perCategory('add', {
        upper: { title: { zh: '市级以上表扬', en: 'Municipal or above' }, points: 2 },
        own: { title: { zh: '区级表扬', en: 'By the district' }, points: 1 },
      }),
      unit: { zh: '次', en: 'times' },
      missing: 'none',
      words: '本平台建议：市级以上表扬每次加2分，区级表扬每次加1分，最多加5分。',
      source,
    }),
  ],
});

export const scorecard = defineScorecard('institution', {
  title: {
    zh: '局属单位和机关科室作风建设考评细则',
    en: 'Conduct evaluation of units and departments',
  },
  points: 100,
  bonusPoints: 10,
  note: {
    zh: '分值、价格和等次都是本平台建议，原文没有；结果仅供内部考核使用，未经批准不得对外公布。',
    en: 'Points, prices and grades are proposals, not in the document; for internal use only.',
  },
  children: [filing, responsibility, rectification, control, appraisal, extra],
  vetoes: [
    {
      key: 'serious-violation',
      title: { zh: '查实严重违规违纪问题', en: 'A serious violation proved' },
      fact: 'serious-violation',
      gradeAtMost: 'failed',
      words: '本平台建议：经查实发生严重违规违纪作风问题的，等次定为不合格。',
      source: proposed({
        zh: '原文四（四）要求对顶风违纪严肃追责问责，未规定考评等次；建议作为一票否决。',
        en: 'Violations are to be answered for, without a grade named; a veto is proposed.',
      }),
    },
  ],
  grades: {
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
  },
  total: { floor: '0', cap: '110' },
  source,
});
