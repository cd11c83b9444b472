import {
  anyOf,
  attachment,
  paper,
  proposed,
  stampedScan,
  task,
  undated,
} from '#plugins/sdk/define.ts';
import type { SignOffPost } from '#schema/contracts/campaign/task.ts';
import {
  allButLarge,
  authorities,
  everyUnit,
  healthUnits,
  largeHospitals,
  medicalInstitutions,
  smallerInstitutions,
  upperHospitals,
} from './audiences.ts';
import { awardNomination } from './forms/award-nomination.ts';
import { caseHandling } from './forms/case-handling.ts';
import { drugUseReview } from './forms/drug-use-review.ts';
import { inspectionReport } from './forms/inspection-report.ts';
import { integrityEducation } from './forms/integrity-education.ts';
import { irregularCharging } from './forms/irregular-charging.ts';
import { leadershipDuty } from './forms/leadership-duty.ts';
import { organizationSystem } from './forms/organization-system.ts';
import { patientBenefit } from './forms/patient-benefit.ts';
import { redPacketCheck } from './forms/red-packet-check.ts';
import { researchReport } from './forms/research-report.ts';
import { selfCheck } from './forms/self-check.ts';

const to = 'conduct-office';
const noDate = undated('未定期限');
const regularly = undated('定期');
const fullChain: SignOffPost[] = ['filler', 'department-head', 'deputy-head', 'head'];
const shortChain: SignOffPost[] = ['filler', 'head'];

export const leadershipTask = task('leadership-duty', {
  title: { zh: '领导班子行风工作情况', en: 'Leadership on conduct' },
  audience: everyUnit,
  due: regularly,
  to,
  form: leadershipDuty,
  signOff: fullChain,
  minutes: 90,
  source: proposed({
    zh: '文件要求领导班子定期研究、安排、检查和报告，“定期”未写周期；建议每半年报告一次。',
    en: 'Leaders study, arrange, check and report “regularly”; each half-year is proposed.',
  }),
});

export const organizationTask = task('organization-system', {
  title: { zh: '行风建设组织体系确认', en: 'Confirm the conduct organisation' },
  audience: anyOf(authorities, upperHospitals),
  due: noDate,
  to,
  form: organizationSystem,
  signOff: shortChain,
  minutes: 20,
  guidance: {
    zh: '上年内容可一次带入，无变化的核对后直接报送。',
    en: 'Last year’s answers are taken over in one act: check and file.',
  },
  source: proposed({
    zh: '文件要求县以上主管部门和二级及以上医疗机构均建立组织体系、配置专职人员，未要求报送；建议每年确认一次。',
    en: 'Bureaus and hospitals of level two and above must have an organisation; confirmed once a year.',
  }),
});

export const researchTask = task('research-report', {
  title: { zh: '廉洁从业和腐败问题调研报告', en: 'Research report on integrity' },
  audience: authorities,
  due: noDate,
  to,
  form: researchReport,
  deliverables: [
    attachment('report', { zh: '调研报告全文', en: 'The report' }, { required: true }),
    stampedScan('report-scan', {
      zh: '调研报告首页（盖章扫描件）',
      en: 'First page, stamped scan',
    }),
  ],
  signOff: fullChain,
  minutes: 960,
  quote: '编制调研报告',
});

export const inspectionTask = task('inspection-report', {
  title: { zh: '明察暗访和通报情况', en: 'Open and covert visits, and circulars' },
  audience: authorities,
  due: regularly,
  to,
  form: inspectionReport,
  signOff: fullChain,
  nilReturn: true,
  minutes: 60,
  source: proposed({
    zh: '文件要求定期明察暗访并通报发现问题，未规定报送；建议每半年报一次。',
    en: 'Visits are to be regular and their findings circulated; reported each half-year.',
  }),
});

export const selfCheckTask = task('self-check', {
  title: { zh: '行风专项自查自纠情况（半年报）', en: 'Self-check of conduct, half-yearly' },
  audience: upperHospitals,
  due: undated('定期开展专项自查自纠工作'),
  to,
  form: selfCheck,
  signOff: fullChain,
  minutes: 150,
  source: proposed({
    zh: '文件要求医疗机构定期开展专项自查自纠，“定期”未写周期；建议二级及以上医院每半年一次。',
    en: 'Self-checks are “regular”; each half-year for hospitals of level two and above.',
  }),
});

export const smallerSelfCheckTask = task('self-check-year', {
  title: { zh: '行风专项自查自纠情况（年报）', en: 'Self-check of conduct, yearly' },
  audience: smallerInstitutions,
  due: undated('定期开展专项自查自纠工作'),
  to,
  form: selfCheck,
  signOff: shortChain,
  minutes: 90,
  source: proposed({
    zh: '文件要求医疗机构定期开展专项自查自纠，“定期”未写周期；一级及以下医疗机构建议每年一次。',
    en: 'Self-checks are “regular”; once a year for small institutions.',
  }),
});

export const awardTask = task('award-nomination', {
  title: { zh: '行风先进推荐', en: 'Nominate for conduct awards' },
  audience: anyOf(authorities, largeHospitals),
  due: noDate,
  to,
  form: awardNomination,
  deliverables: [
    paper(
      'nomination-paper',
      { zh: '推荐表（纸质）', en: 'Nomination form, paper' },
      {
        required: false,
        copies: 2,
      },
    ),
  ],
  signOff: fullChain,
  nilReturn: true,
  minutes: 60,
  guidance: {
    zh: '不推荐的，一键零报告。其他医疗机构由属地主管部门推荐。',
    en: 'Nobody to nominate: file a nil return. Other institutions are nominated by their bureau.',
  },
  source: proposed({
    zh: '文件要求组织评选先进，未规定推荐方式；建议由主管部门和三级医院推荐。',
    en: 'A selection is ordered without procedure; bureaus and tertiary hospitals nominate.',
  }),
});

export const educationTask = task('integrity-education', {
  title: {
    zh: '廉洁从医教育和“九项准则”知晓情况',
    en: 'Integrity education and the nine rules',
  },
  audience: medicalInstitutions,
  due: noDate,
  to,
  form: integrityEducation,
  signOff: shortChain,
  minutes: 60,
  source: proposed({
    zh: '知晓率100%和每年至少1次警示教育需要数字；培训、测试、警示教育合并为一张表，每年报一次。',
    en: 'Two targets need numbers; training, quiz and warning education share one yearly sheet.',
  }),
});

export const drugUseTask = task('drug-use-review', {
  title: { zh: '合理用药监测指标分析', en: 'Rational drug use: review' },
  audience: upperHospitals,
  due: noDate,
  to,
  form: drugUseReview,
  signOff: ['filler', 'department-head', 'head'],
  minutes: 120,
  source: proposed({
    zh: '文件要求分析四项监测指标、制定改进措施；数值由绩效考核平台导入，只填分析，每年一次。',
    en: 'The four figures are imported; only their analysis is asked, once a year.',
  }),
});

export const chargingTask = task('irregular-charging', {
  title: {
    zh: '十类不规范诊疗收费行为自查自纠（半年报）',
    en: 'Ten irregular behaviours, half-yearly',
  },
  audience: largeHospitals,
  due: undated('持续深入开展'),
  to,
  form: irregularCharging,
  signOff: fullChain,
  nilReturn: true,
  minutes: 120,
  source: proposed({
    zh: '文件要求对照十类行为持续自查自纠，未写周期；三级医院建议每半年报一次。',
    en: 'A continuing self-check of ten behaviours; each half-year for tertiary hospitals.',
  }),
});

export const smallerChargingTask = task('irregular-charging-year', {
  title: { zh: '十类不规范诊疗收费行为自查自纠（年报）', en: 'Ten irregular behaviours, yearly' },
  audience: allButLarge,
  due: undated('持续深入开展'),
  to,
  form: irregularCharging,
  signOff: shortChain,
  nilReturn: true,
  minutes: 90,
  source: proposed({
    zh: '文件要求对照十类行为持续自查自纠，未写周期；其他医疗机构建议每年报一次。',
    en: 'A continuing self-check of ten behaviours; once a year for the others.',
  }),
});

export const redPacketTask = task('red-packet-check', {
  title: { zh: '“红包”、回扣专项整治自查情况', en: 'Red packets and kickbacks: self-check' },
  audience: medicalInstitutions,
  due: noDate,
  to,
  form: redPacketCheck,
  signOff: shortChain,
  nilReturn: true,
  minutes: 45,
  source: proposed({
    zh: '文件部署专项行动和三项检查重点，未规定报送；建议每年自查报一次件数，可零报告。',
    en: 'A special action with three check points; numbers once a year, nil returns welcome.',
  }),
});

const cases = { due: undated('严格办理时限'), to, form: caseHandling, signOff: shortChain };

export const caseTask = task('case-handling', {
  ...cases,
  title: { zh: '行风信访诉求办理情况（季报）', en: 'Conduct petitions, quarterly' },
  audience: authorities,
  nilReturn: true,
  minutes: 45,
  source: proposed({
    zh: '文件规定办结率100%，未规定报表；主管部门建议每季度报一次件数。',
    en: 'A ratio of 100 % needs numbers; bureaus report each quarter.',
  }),
});

export const unitCaseTask = task('case-handling-half-year', {
  ...cases,
  title: { zh: '行风信访诉求办理情况（半年报）', en: 'Conduct petitions, half-yearly' },
  audience: healthUnits,
  nilReturn: true,
  minutes: 30,
  source: proposed({
    zh: '文件规定办结率100%，未规定报表；医疗卫生机构建议每半年报一次件数，无件零报告。',
    en: 'A ratio of 100 % needs numbers; institutions report each half-year.',
  }),
});

export const benefitTask = task('patient-benefit', {
  title: { zh: '惠民利民措施和满意度问题整改情况', en: 'Patient benefit and satisfaction' },
  audience: upperHospitals,
  due: noDate,
  to,
  form: patientBenefit,
  signOff: fullChain,
  minutes: 150,
  source: proposed({
    zh: '六项惠民措施和满意度问题整改，每年合并报一次；比率类数据由其他平台导入。',
    en: 'Six measures and the problems shown by the survey, once a year; rates are imported.',
  }),
});
