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
  clause: 'point-3-3',
  children: [
    criterion('timeliness', {
      title: { zh: '报送及时', en: 'On time' },
      points: 15,
      clause: 'point-3-3',
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
      clause: 'point-3-3',
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

const management = group('management', {
  title: { zh: '行风建设管理体系', en: 'Management' },
  points: 15,
  clause: 'point-3',
  children: [
    byException('organization', 'point-3-1', 10, {
      zh: '组织架构、专职人员与经费',
      en: 'Organisation, staff and budget',
    }),
    byException('training', 'point-3-2', 5, {
      zh: '队伍培训与形势研判',
      en: 'Training and analysis',
    }),
  ],
});

const governance = group('governance', {
  title: { zh: '腐败问题集中整治', en: 'Clean-up of corruption' },
  points: 20,
  clause: 'point-4',
  children: [
    byException('four-governances', 'point-4-1', 10, {
      zh: '“四聚焦、四治理”',
      en: 'Four governances',
    }),
    byException('integrity-risks', 'point-4-3', 10, {
      zh: '权责清单与廉政风险',
      en: 'Powers and integrity risks',
    }),
  ],
});

const ethics = group('ethics', {
  title: { zh: '巡查与医德医风', en: 'Inspection and medical ethics' },
  points: 15,
  clause: 'point-5',
  children: [
    byException('inspection', 'point-5-1', 10, {
      zh: '大型医院巡查行风整改',
      en: 'Inspection findings',
    }),
    byException('ethics-files', 'point-5-2', 5, {
      zh: '医德医风考评与建档',
      en: 'Ethics appraisal and files',
    }),
  ],
});

const cleanHospitals = group('clean-hospitals', {
  title: { zh: '清廉医院创建', en: 'Clean hospitals' },
  points: 10,
  clause: 'point-6',
  children: [
    byException('ten-actions', 'point-6-1', 10, { zh: '“十大行动”落实', en: 'The ten actions' }),
  ],
});

const patients = group('patients', {
  title: { zh: '群众评议与投诉督办', en: 'Appraisal and complaints' },
  points: 15,
  clause: 'point-9',
  children: [
    byException('appraisal', 'point-7', 5, {
      zh: '民主评议问题整改',
      en: 'Appraisal problems rectified',
    }),
    byException('complaints', 'point-9-2', 10, {
      zh: '投诉查办与回复',
      en: 'Complaints investigated and replied to',
    }),
  ],
});

const extra = group('bonus', {
  title: { zh: '加分', en: 'Bonus' },
  points: 0,
  clause: 'point-6-2',
  children: [
    bonus('good-practice', {
      title: { zh: '典型做法被采用', en: 'Good practice adopted' },
      points: 5,
      clause: 'point-6-2',
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
      clause: 'point-6-2',
      measure: events('honours'),
      price: perCategory('add', {
        upper: { title: { zh: '国家级表扬', en: 'National' }, points: 2 },
        own: { title: { zh: '省级表扬', en: 'Provincial' }, points: 1 },
      }),
      unit: { zh: '次', en: 'times' },
      missing: 'none',
      words: '本平台建议：国家级表扬每次加2分，省级表扬每次加1分，最多加5分。',
      source,
    }),
  ],
});

export const scorecard = defineScorecard('institution', {
  title: { zh: '医疗卫生单位行风建设考评细则', en: 'Conduct evaluation of institutions' },
  points: 100,
  bonusPoints: 10,
  note: {
    zh: '分值、价格和等次都是本平台建议，原文没有；结果仅供内部考核使用，未经批准不得对外公布。',
    en: 'Points, prices and grades are proposals, not in the document; for internal use only.',
  },
  children: [filing, management, governance, ethics, cleanHospitals, patients, extra],
  vetoes: [
    {
      key: 'grave-social-effect',
      title: { zh: '行风问题产生恶劣社会影响', en: 'A conduct problem with grave social effect' },
      fact: 'grave-social-effect',
      gradeAtMost: 'failed',
      words: '本平台建议：经查实发生产生恶劣社会影响的行风问题的，等次定为不合格。',
      source: proposed({
        zh: '原文九对产生恶劣社会影响的严格责任追究，未规定考评等次；建议作为一票否决。',
        en: 'Point nine holds units to account for grave social effect without naming a grade; a veto is proposed.',
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
