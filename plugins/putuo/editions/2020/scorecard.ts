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
  clause: 'step-2-2',
  children: [
    criterion('timeliness', {
      title: { zh: '报送及时', en: 'On time' },
      points: 15,
      clause: 'step-2-2',
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
      clause: 'step-2-2',
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
  title: { zh: '主体责任与宣传教育', en: 'Responsibility and education' },
  points: 15,
  clause: 'part-4',
  children: [
    byException('mechanism', 'demand-1-2', 5, { zh: '行风工作机制', en: 'Conduct mechanism' }),
    byException('education', 'content-1-2', 10, {
      zh: '宣传教育和行风培训',
      en: 'Education and training',
    }),
  ],
});

const risks = group('integrity-risks', {
  title: { zh: '廉政风险防控', en: 'Integrity risks' },
  points: 15,
  clause: 'content-2',
  children: [
    byException('risk-screening', 'content-2-1', 10, {
      zh: '廉政风险滚动排查与防控档案',
      en: 'Rolling screening and archive',
    }),
    byException('outside-findings', 'content-2-2', 5, {
      zh: '巡察、督导、审计问题整改',
      en: 'Findings of others rectified',
    }),
  ],
});

const practice = group('practice-and-management', {
  title: { zh: '执业行为与内部管理', en: 'Practice and management' },
  points: 25,
  clause: 'content-5',
  children: [
    byException('ethics-appraisal', 'content-3-2', 5, { zh: '医德考评', en: 'Ethics appraisal' }),
    byException('prescriptions', 'content-3-4', 5, { zh: '处方点评', en: 'Prescription review' }),
    byException('practice', 'content-5-3', 10, { zh: '规范执业行为', en: 'Sound practice' }),
    byException('safe-hospital', 'content-6-1', 5, {
      zh: '平安医院与医疗乱象整治',
      en: 'Safe hospital',
    }),
  ],
});

const selfCheck = group('self-check-and-inspection', {
  title: { zh: '自查整改与督查', en: 'Self-check and inspection' },
  points: 20,
  clause: 'part-3',
  children: [
    byException('self-check', 'step-2-2', 10, {
      zh: '自查报告和整改方案',
      en: 'Self-check report and plan',
    }),
    byException('inspection-findings', 'step-3-1', 10, {
      zh: '督查发现问题整改',
      en: 'Findings of the inspection',
    }),
  ],
});

const extra = group('bonus', {
  title: { zh: '加分', en: 'Bonus' },
  points: 0,
  clause: 'content-1-1',
  children: [
    bonus('good-practice', {
      title: { zh: '典型做法被采用', en: 'Good practice adopted' },
      points: 5,
      clause: 'content-1-1',
      measure: events('good-practice'),
      price: perUnit({ add: 1 }),
      unit: { zh: '项', en: 'items' },
      missing: 'none',
      words: '本平台建议：做法被本委采用推广的，每项加1分，最多加5分。',
      source,
    }),
    bonus('honours', {
      title: { zh: '行风工作受表扬', en: 'Commended for conduct' },
      points: 5,
      clause: 'content-1-1',
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
  title: { zh: '区属医疗机构行业作风建设考评细则', en: 'Conduct evaluation of institutions' },
  points: 100,
  bonusPoints: 10,
  note: {
    zh: '分值、价格和等次都是本平台建议，原文没有；结果仅供内部考核使用，未经批准不得对外公布。',
    en: 'Points, prices and grades are proposals, not in the document; for internal use only.',
  },
  children: [filing, responsibility, risks, practice, selfCheck, extra],
  vetoes: [
    {
      key: 'serious-violation',
      title: { zh: '查实严重违规违纪问题', en: 'A serious violation proved' },
      fact: 'serious-violation',
      gradeAtMost: 'failed',
      words: '本平台建议：经查实发生严重违规违纪行风问题的，等次定为不合格。',
      source: proposed({
        zh: '原文二（三）对医务人员实行医德医风“一票否决”，三（三）对涉医违法犯罪严厉打击，未规定单位考评等次；对单位作为一票否决是建议。',
        en: 'The document vetoes persons for their ethics and names no grade of units; a veto of the unit is proposed.',
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
