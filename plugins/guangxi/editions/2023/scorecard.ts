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
  clause: 'item-2',
  children: [
    criterion('timeliness', {
      title: { zh: '报送及时', en: 'On time' },
      points: 15,
      clause: 'item-2',
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
      clause: 'item-2',
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

const mechanism = group('mechanism', {
  title: { zh: '长效机制', en: 'Lasting mechanism' },
  points: 20,
  clause: 'part-1',
  children: [
    byException('leadership', 'item-2', 5, {
      zh: '领导班子定期研究、安排、检查、报告',
      en: 'Leadership',
    }),
    byException('organization', 'item-3-2', 10, {
      zh: '组织体系与专职人员',
      en: 'Organisation and staff',
    }),
    byException('survey-problems', 'item-4', 5, {
      zh: '满意度问题整改',
      en: 'Survey problems rectified',
    }),
  ],
});

const education = group('education', {
  title: { zh: '医德医风和法纪教育', en: 'Education' },
  points: 10,
  clause: 'part-2',
  children: [
    byException('nine-rules', 'item-6-2', 5, {
      zh: '“九项准则”知晓',
      en: 'Awareness of the nine rules',
    }),
    byException('warning-education', 'item-7-2', 5, { zh: '警示教育', en: 'Warning education' }),
  ],
});

const governance = group('governance', {
  title: { zh: '行业作风治理', en: 'Governance' },
  points: 30,
  clause: 'part-3',
  children: [
    byException('practice', 'item-9-2', 10, { zh: '规范诊疗行为', en: 'Standard practice' }),
    byException('drug-use', 'item-10-3', 5, { zh: '合理用药', en: 'Rational drug use' }),
    byException('charging', 'item-11-2', 10, {
      zh: '不规范收费自查自纠',
      en: 'Irregular charging',
    }),
    byException('red-packets', 'item-14', 5, {
      zh: '“红包”、回扣专项整治',
      en: 'Red packets and kickbacks',
    }),
  ],
});

const cases = group('cases', {
  title: { zh: '信访诉求', en: 'Petitions' },
  points: 10,
  clause: 'part-4',
  children: [
    byException('case-handling', 'item-17-1', 10, {
      zh: '信访诉求办结与通报',
      en: 'Petitions closed and made known',
    }),
  ],
});

const benefit = group('benefit', {
  title: { zh: '患者就医体验', en: 'Patient experience' },
  points: 5,
  clause: 'part-5',
  children: [
    byException('patient-benefit', 'item-18', 5, { zh: '惠民利民措施', en: 'Measures of benefit' }),
  ],
});

const extra = group('bonus', {
  title: { zh: '加分', en: 'Bonus' },
  points: 0,
  clause: 'item-5-3',
  children: [
    bonus('good-practice', {
      title: { zh: '典型做法被采用', en: 'Good practice adopted' },
      points: 5,
      clause: 'item-5-3',
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
      clause: 'item-5-3',
      measure: events('honours'),
      price: perCategory('add', {
        upper: { title: { zh: '国家级表扬', en: 'National' }, points: 2 },
        own: { title: { zh: '自治区级表扬', en: 'Regional' }, points: 1 },
      }),
      unit: { zh: '次', en: 'times' },
      missing: 'none',
      words: '本平台建议：国家级表扬每次加2分，自治区级表扬每次加1分，最多加5分。',
      source,
    }),
  ],
});

export const scorecard = defineScorecard('institution', {
  title: { zh: '医疗卫生机构行风建设考评细则', en: 'Conduct evaluation of institutions' },
  points: 100,
  bonusPoints: 10,
  note: {
    zh: '分值、价格和等次都是本平台建议，原文没有；结果仅供内部考核使用，未经批准不得对外公布。',
    en: 'Points, prices and grades are proposals, not in the document; for internal use only.',
  },
  children: [filing, mechanism, education, governance, cases, benefit, extra],
  vetoes: [
    {
      key: 'major-kickback-case',
      title: { zh: '发生重大“回扣”“红包”案件', en: 'A major case of kickbacks or red packets' },
      fact: 'major-kickback-case',
      gradeAtMost: 'failed',
      words: '本平台建议：经查实发生重大“回扣”“红包”案件的，等次定为不合格。',
      source: proposed({
        zh: '原文（八）对医院评审、重点专科评审实行“一票否决”，（十六）对重大案件约谈；在本考评中作为一票否决是建议。',
        en: 'The document vetoes accreditation and orders talks after major cases; a veto here is a proposal.',
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
