import { proposed } from '#plugins/sdk/define.ts';
import { defineScorecard, group } from '#plugins/sdk/scoring/define.ts';
import {
  bonusGroup,
  byException,
  filingGroup,
  proposedPoints as source,
  proposedPointsNote,
  usualGrades,
} from '#plugins/sdk/scoring/usual-items.ts';

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

const extra = bonusGroup('item-5-3', {
  adopter: '本委',
  upper: { zh: '国家级表扬', en: 'National' },
  own: { zh: '自治区级表扬', en: 'Regional' },
});

export const scorecard = defineScorecard('institution', {
  title: { zh: '医疗卫生机构行风建设考评细则', en: 'Conduct evaluation of institutions' },
  points: 100,
  bonusPoints: 10,
  note: proposedPointsNote,
  children: [filingGroup('item-2'), mechanism, education, governance, cases, benefit, extra],
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
  grades: usualGrades,
  total: { floor: '0', cap: '110' },
  source,
});
