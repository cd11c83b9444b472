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

const extra = bonusGroup('content-1-1', {
  adopter: '本委',
  upper: { zh: '市级以上表扬', en: 'Municipal or above' },
  own: { zh: '区级表扬', en: 'By the district' },
});

export const scorecard = defineScorecard('institution', {
  title: { zh: '区属医疗机构行业作风建设考评细则', en: 'Conduct evaluation of institutions' },
  points: 100,
  bonusPoints: 10,
  note: proposedPointsNote,
  children: [filingGroup('step-2-2'), responsibility, risks, practice, selfCheck, extra],
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
  grades: usualGrades,
  total: { floor: '0', cap: '110' },
  source,
});
