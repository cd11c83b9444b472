import { on, paper, proposed, stampedScan, task, undated } from '#plugins/sdk/define.ts';
import type { SignOffPost } from '#schema/contracts/campaign/task.ts';
import {
  districtUnits,
  largeHospitals,
  medicalInstitutions,
  smallerUnits,
  upperHospitals,
} from './audiences.ts';
import { conductEducation } from './forms/conduct-education.ts';
import { conductMechanism } from './forms/conduct-mechanism.ts';
import { ethicsAppraisal } from './forms/ethics-appraisal.ts';
import { practiceCheck } from './forms/practice-check.ts';
import { prescriptionReview } from './forms/prescription-review.ts';
import { rectificationPlan } from './forms/rectification-plan.ts';
import { riskScreening } from './forms/risk-screening.ts';
import { safeHospital } from './forms/safe-hospital.ts';
import { satisfactionUse } from './forms/satisfaction-use.ts';
import { selfCheckReport } from './forms/self-check-report.ts';

const to = 'medical-administration';
const noDate = undated('未定期限');
const fullChain: SignOffPost[] = ['filler', 'department-head', 'deputy-head', 'head'];
const shortChain: SignOffPost[] = ['filler', 'head'];

export const selfCheckTask = task('self-check-report', {
  title: { zh: '自查情况报告', en: 'Self-check report' },
  phase: 'self-check',
  audience: districtUnits,
  due: on('2020-11-15', '2020年11月15日前'),
  to,
  form: selfCheckReport,
  deliverables: [
    stampedScan('report-scan', {
      zh: '自查情况报告（盖章扫描件）',
      en: 'Self-check report, stamped scan',
    }),
    paper(
      'report-paper',
      { zh: '自查情况报告（纸质）', en: 'Self-check report on paper' },
      { required: false, copies: 1 },
    ),
  ],
  signOff: fullChain,
  minutes: 180,
  guidance: {
    zh: '自查不涉及会议内容和个人情况，只写问题和措施。',
    en: 'Problems and measures only, nothing of meetings or persons.',
  },
  quote: '区属各医疗机构要将本单位自查情况书面报区卫生健康委医政医管科',
});

export const planTask = task('rectification-plan', {
  title: { zh: '自查问题整改方案', en: 'Rectification plan' },
  phase: 'self-check',
  audience: districtUnits,
  due: undated('根据自查出来的问题制定整改方案'),
  to,
  form: rectificationPlan,
  signOff: fullChain,
  nilReturn: true,
  minutes: 90,
  guidance: {
    zh: '自查没有发现问题的，一键零报告。',
    en: 'The self-check found nothing: one click files a nil return.',
  },
  quote: '根据自查出来的问题制定整改方案，落实整改措施',
});

export const mechanismTask = task('conduct-mechanism', {
  title: { zh: '行风工作机制确认', en: 'Confirm the conduct mechanism' },
  audience: districtUnits,
  due: noDate,
  to,
  form: conductMechanism,
  signOff: shortChain,
  minutes: 15,
  guidance: {
    zh: '上年内容可一次带入，无变化的核对后直接报送。',
    en: 'Last year’s answers are taken over in one act: check and file.',
  },
  source: proposed({
    zh: '文件要求各单位建立主要领导负总责、分管领导具体抓的工作机制，未要求报送；建议每年确认一次。',
    en: 'Each unit sets up a mechanism under its head; confirmed once a year.',
  }),
});

export const educationTask = task('conduct-education', {
  title: { zh: '行风宣传教育和培训情况', en: 'Education and training on conduct' },
  audience: districtUnits,
  due: noDate,
  to,
  form: conductEducation,
  signOff: shortChain,
  minutes: 30,
  source: proposed({
    zh: '文件要求强化宣传教育、加大培训力度，未规定报送；建议每半年报一次次数。',
    en: 'Education and training are to be strengthened; numbers each half-year are proposed.',
  }),
});

const screening = { due: undated('滚动排查'), to, form: riskScreening };

export const screeningTask = task('risk-screening', {
  ...screening,
  title: { zh: '廉政风险滚动排查情况（季报）', en: 'Rolling screening of risks, quarterly' },
  audience: upperHospitals,
  signOff: fullChain,
  minutes: 60,
  source: proposed({
    zh: '文件要求滚动排查并建立防控档案，未写周期；二级及以上医院建议每季度报一次数字，档案留存本单位。',
    en: 'Rolling screening without a period; figures each quarter, the archive stays with the unit.',
  }),
});

export const smallerScreeningTask = task('risk-screening-half-year', {
  ...screening,
  title: { zh: '廉政风险滚动排查情况（半年报）', en: 'Rolling screening of risks, half-yearly' },
  audience: smallerUnits,
  signOff: shortChain,
  minutes: 40,
  source: proposed({
    zh: '文件要求滚动排查并建立防控档案，未写周期；其他单位建议每半年报一次数字。',
    en: 'Rolling screening without a period; each half-year for the other units.',
  }),
});

export const ethicsTask = task('ethics-appraisal', {
  title: { zh: '医务人员医德考评结果', en: 'Results of the medical-ethics appraisal' },
  audience: upperHospitals,
  due: noDate,
  to,
  form: ethicsAppraisal,
  signOff: ['filler', 'department-head', 'head'],
  minutes: 40,
  source: proposed({
    zh: '文件要求坚持落实医德考评制度，未规定报送；建议二级及以上医院每年报一次人数，其余单位留存备查。',
    en: 'Appraisal is to be kept up; head counts once a year from hospitals of level two and above.',
  }),
});

export const prescriptionTask = task('prescription-review', {
  title: { zh: '处方点评和不合理处方处理情况', en: 'Prescription review' },
  audience: largeHospitals,
  due: noDate,
  to,
  form: prescriptionReview,
  signOff: ['filler', 'department-head', 'head'],
  minutes: 90,
  source: proposed({
    zh: '点评数据由区属临床用药监管系统导入，不再填报；只请三级医院每年分析一次。',
    en: 'Figures are imported; only tertiary hospitals are asked for an analysis, once a year.',
  }),
});

export const satisfactionTask = task('satisfaction-use', {
  title: { zh: '投诉建议和满意度结果运用情况', en: 'Use of suggestions and satisfaction' },
  audience: largeHospitals,
  due: noDate,
  to,
  form: satisfactionUse,
  signOff: shortChain,
  minutes: 60,
  source: proposed({
    zh: '文件要求推进满意度调查结果运用，得分由平台导入；只请三级医院每年报一次运用情况。',
    en: 'Scores are imported; tertiary hospitals say once a year how they used them.',
  }),
});

export const practiceTask = task('practice-check', {
  title: { zh: '执业行为自查情况', en: 'Self-check of practice' },
  audience: upperHospitals,
  due: noDate,
  to,
  form: practiceCheck,
  signOff: fullChain,
  nilReturn: true,
  minutes: 120,
  source: proposed({
    zh: '文件要求分级分类督导执业行为，未规定报送；建议二级及以上医院每年自查报一次件数，可零报告。',
    en: 'Practice is to be supervised by class; numbers once a year, nil returns welcome.',
  }),
});

export const safetyTask = task('safe-hospital', {
  title: { zh: '平安医院创建和医疗乱象整治情况', en: 'Safe hospital and medical disorder' },
  audience: medicalInstitutions,
  due: noDate,
  to,
  form: safeHospital,
  signOff: shortChain,
  minutes: 45,
  source: proposed({
    zh: '文件要求加强人防、物防、技防建设，常态化整治医疗乱象，未规定报送；建议每年报一次。',
    en: 'Safety measures and the clean-up of disorder go on; once a year is proposed.',
  }),
});
