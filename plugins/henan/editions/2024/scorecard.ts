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

const extra = bonusGroup('point-6-2', {
  adopter: '本委',
  upper: { zh: '国家级表扬', en: 'National' },
  own: { zh: '省级表扬', en: 'Provincial' },
});

export const scorecard = defineScorecard('institution', {
  title: { zh: '医疗卫生单位行风建设考评细则', en: 'Conduct evaluation of institutions' },
  points: 100,
  bonusPoints: 10,
  note: proposedPointsNote,
  children: [
    filingGroup('point-3-3'),
    management,
    governance,
    ethics,
    cleanHospitals,
    patients,
    extra,
  ],
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
  grades: usualGrades,
  total: { floor: '0', cap: '110' },
  source,
});
