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

const extra = bonusGroup('step-3-3', {
  adopter: '本局',
  upper: { zh: '市级以上表扬', en: 'Municipal or above' },
  own: { zh: '区级表扬', en: 'By the district' },
});

export const scorecard = defineScorecard('institution', {
  title: {
    zh: '局属单位和机关科室作风建设考评细则',
    en: 'Conduct evaluation of units and departments',
  },
  points: 100,
  bonusPoints: 10,
  note: proposedPointsNote,
  children: [filingGroup('step-1-7'), responsibility, rectification, control, appraisal, extra],
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
  grades: usualGrades,
  total: { floor: '0', cap: '110' },
  source,
});
