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
  title: { zh: '主体责任', en: 'Responsibility' },
  points: 15,
  clause: 'measure-4',
  children: [
    byException('leading-group', 'demand-1', 10, {
      zh: '领导小组与活动方案',
      en: 'Leading group and plan',
    }),
    byException('front-line', 'demand-1-1', 5, {
      zh: '下基层、下一线',
      en: 'Visits to the front line',
    }),
  ],
});

const integrity = group('integrity', {
  title: { zh: '党风廉政建设', en: 'Integrity' },
  points: 10,
  clause: 'measure-1',
  children: [
    byException('integrity-education', 'measure-1-2', 10, {
      zh: '廉政教育',
      en: 'Integrity education',
    }),
  ],
});

const visits = group('visits', {
  title: { zh: '明查暗访', en: 'Visits' },
  points: 20,
  clause: 'measure-3',
  children: [
    byException('visit-findings', 'measure-3-2', 10, {
      zh: '暗访反馈问题整改',
      en: 'Findings rectified',
    }),
    byException('ethics-appraisal', 'measure-2-1', 10, {
      zh: '医德医风考评与不良行为记分',
      en: 'Appraisal and demerit points',
    }),
  ],
});

const service = group('service', {
  title: { zh: '60条措施', en: 'Sixty measures' },
  points: 20,
  clause: 'measure-4-3',
  children: [
    byException('sixty-measures', 'measure-4-3', 20, {
      zh: '60条措施按时间节点销号',
      en: 'Measures struck off in time',
    }),
  ],
});

const culture = group('culture', {
  title: { zh: '培训与氛围', en: 'Training and publicity' },
  points: 10,
  clause: 'measure-5',
  children: [
    byException('training', 'measure-5-1', 10, {
      zh: '全员培训与岗前培训',
      en: 'Training of all and of new staff',
    }),
  ],
});

const extra = bonusGroup('measure-5-2', {
  adopter: '本委',
  upper: { zh: '省级以上表扬', en: 'Provincial or above' },
  own: { zh: '市级表扬', en: 'Municipal' },
});

export const scorecard = defineScorecard('institution', {
  title: { zh: '医疗卫生机构行业作风建设考评细则', en: 'Conduct evaluation of institutions' },
  points: 100,
  bonusPoints: 10,
  note: proposedPointsNote,
  children: [filingGroup('demand-4'), responsibility, integrity, visits, service, culture, extra],
  vetoes: [
    {
      key: 'serious-violation',
      title: { zh: '查实严重违规违纪问题', en: 'A serious violation proved' },
      fact: 'serious-violation',
      gradeAtMost: 'failed',
      words: '本平台建议：经查实发生严重违规违纪行风问题的，等次定为不合格。',
      source: proposed({
        zh: '原文三（三）要求对违规违纪现象依法依规严肃处置，未规定考评等次；建议作为一票否决。',
        en: 'Violations are to be dealt with severely, without a grade named; a veto is proposed.',
      }),
    },
  ],
  grades: usualGrades,
  total: { floor: '0', cap: '110' },
  source,
});
