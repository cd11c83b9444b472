import { anyOf, on, paper, proposed, task, undated } from '#plugins/sdk/define.ts';
import type { SignOffPost } from '#schema/contracts/campaign/task.ts';
import {
  bureauDepartments,
  bureauUnits,
  everyone,
  largeHospitals,
  medicalInstitutions,
  secondaryHospitals,
  upperHospitals,
} from './audiences.ts';
import { appraisalRectification } from './forms/appraisal-rectification.ts';
import { chargingAndPurchase } from './forms/charging-and-purchase.ts';
import { departmentDuty } from './forms/department-duty.ts';
import { leadingGroup } from './forms/leading-group.ts';
import { negativeList } from './forms/negative-list.ts';
import { rectificationDetail } from './forms/rectification-detail.ts';
import { riskCatalogue } from './forms/risk-catalogue.ts';
import { rulesReview } from './forms/rules-review.ts';
import { selfCheckReport } from './forms/self-check-report.ts';
import { serviceImprovement } from './forms/service-improvement.ts';
import { stageProgress } from './forms/stage-progress.ts';
import { summary } from './forms/summary.ts';

const to = 'bureau-office';
const noDate = undated('未定期限');
const fullChain: SignOffPost[] = ['filler', 'department-head', 'deputy-head', 'head'];
const shortChain: SignOffPost[] = ['filler', 'head'];

/** 书面报: on paper, signed by the head as the annexes ask; a department has no seal of its own. */
const inWriting = (zh: string, en: string) => [
  paper('written', { zh: `${zh}（书面，领导签字）`, en: `${en} on paper, signed` }, { copies: 1 }),
];
const papers = {
  phase: 'self-check',
  audience: everyone,
  due: on('2021-01-25', '1月25日前'),
  to,
  signOff: shortChain,
};
const itself = {
  zh: '局办公室自身的材料由其他负责人审核，不由填报人自己审核。',
  en: 'The office’s own papers are reviewed by somebody else than their filler.',
};

export const negativeListTask = task('negative-list', {
  ...papers,
  title: { zh: '自查自纠负面清单', en: 'Negative list' },
  form: negativeList,
  deliverables: inWriting('自查自纠负面清单表', 'Negative list'),
  minutes: 120,
  guidance: itself,
  quote: '自查自纠负面清单、负面清单整改落实情况明细表和整改情况报告',
});

export const detailTask = task('rectification-detail', {
  ...papers,
  title: { zh: '负面清单整改落实情况明细表', en: 'Rectification of the negative list' },
  form: rectificationDetail,
  deliverables: inWriting('负面清单整改落实情况明细表', 'Rectification sheet'),
  minutes: 90,
  guidance: {
    zh: '按负面清单的序号填写，问题内容不重复填。',
    en: 'By the number of the negative list; problems are not written out again.',
  },
  quote: '负面清单整改落实情况明细表和整改情况报告于1月25日前书面报局办公室（监审科）',
});

export const reportTask = task('self-check-report', {
  ...papers,
  title: { zh: '自查整改情况报告', en: 'Report on self-check and rectification' },
  form: selfCheckReport,
  deliverables: inWriting('整改情况报告', 'Report'),
  minutes: 120,
  guidance: itself,
  quote: '整改情况报告于1月25日前书面报局办公室（监审科）',
});

export const leadingGroupTask = task('leading-group', {
  title: { zh: '“作风建设年”工作领导小组确认', en: 'Confirm the leading group' },
  audience: bureauUnits,
  due: noDate,
  to,
  form: leadingGroup,
  signOff: shortChain,
  minutes: 10,
  source: proposed({
    zh: '文件要求各单位参照局方案成立领导小组，未要求报送；建议确认一次。',
    en: 'Each unit founds a leading group; one confirmation is proposed.',
  }),
});

export const progressTask = task('stage-progress', {
  title: { zh: '学习教育与问题整改进展', en: 'Study and rectification: progress' },
  audience: everyone,
  due: undated('有计划、有步骤的逐条逐项开展整改工作'),
  to,
  form: stageProgress,
  signOff: shortChain,
  minutes: 60,
  source: proposed({
    zh: '文件要求第二阶段全面整改、广泛学习讨论，未规定报送；两项进展合并为一张表，阶段中期报一次。',
    en: 'Study and rectification share one sheet in the middle of the second phase.',
  }),
});

export const riskTask = task('risk-catalogue', {
  title: { zh: '权力清单与风险隐患目录', en: 'Lists of powers and catalogue of risks' },
  phase: 'improvement',
  audience: everyone,
  due: noDate,
  to,
  form: riskCatalogue,
  signOff: shortChain,
  minutes: 120,
  source: proposed({
    zh: '文件要求细化两张权力清单、建立风险隐患目录，未规定报送；清单留存本单位，只报目录数字。',
    en: 'Lists and catalogue are to be drawn up, none to be filed; they stay, figures go up.',
  }),
});

export const rulesTask = task('rules-review', {
  title: { zh: '“留、废、改、立”制度清单', en: 'Review of rules' },
  phase: 'improvement',
  audience: anyOf(bureauDepartments, upperHospitals),
  due: noDate,
  to,
  form: rulesReview,
  signOff: shortChain,
  minutes: 120,
  source: proposed({
    zh: '文件要求开展一次全面的制度梳理，责任部门为机关各科室；建议机关各科室和二级及以上医院报一次清单。',
    en: 'One full review of rules; departments and hospitals of level two and above file the list.',
  }),
});

export const serviceTask = task('service-improvement', {
  title: { zh: '服务措施、服务模式与医疗质量改进情况', en: 'Service and quality' },
  phase: 'improvement',
  audience: upperHospitals,
  due: noDate,
  to: 'medical-affairs',
  form: serviceImprovement,
  signOff: fullChain,
  minutes: 90,
  source: proposed({
    zh: '文件要求改进服务措施、创新服务模式、提高医疗质量，责任部门为机关各科室；建议二级及以上医院阶段末报一次。',
    en: 'Service and quality are to improve; hospitals of level two and above report once.',
  }),
});

const appraisal = { due: undated('评议结束后'), to, form: appraisalRectification };

export const appraisalTask = task('appraisal-rectification', {
  ...appraisal,
  title: { zh: '民主评议反馈问题整改情况（季报）', en: 'After the appraisal, quarterly' },
  audience: anyOf(bureauDepartments, largeHospitals),
  signOff: shortChain,
  nilReturn: true,
  minutes: 30,
  source: proposed({
    zh: '文件规定每季度评议、反馈并提出整改要求，未规定报送；机关各科室和三级医院建议每季度报一次整改，可零报告。',
    en: 'An appraisal each quarter with feedback; departments and tertiary hospitals report each quarter.',
  }),
});

export const secondaryAppraisalTask = task('appraisal-rectification-half-year', {
  ...appraisal,
  title: { zh: '民主评议反馈问题整改情况（半年报）', en: 'After the appraisal, half-yearly' },
  audience: secondaryHospitals,
  signOff: shortChain,
  nilReturn: true,
  minutes: 30,
  source: proposed({
    zh: '文件规定每季度评议、反馈并提出整改要求，未规定报送；二级医院建议每半年汇总报一次，其余单位并入进展表。',
    en: 'Secondary hospitals report each half-year; the others on the sheet of progress.',
  }),
});

export const chargingTask = task('charging-and-purchase', {
  title: { zh: '医疗收费与药品耗材采购自查自纠情况', en: 'Charging and purchase: self-check' },
  audience: medicalInstitutions,
  due: noDate,
  to: 'finance-and-information',
  form: chargingAndPurchase,
  signOff: shortChain,
  nilReturn: true,
  minutes: 60,
  source: proposed({
    zh: '文件要求督促医疗机构开展医疗收费项目自查自纠、加强药品耗材采购管理，未规定报送；两项合并，每年报一次。',
    en: 'Self-checks of charging and purchase share one sheet a year.',
  }),
});

export const dutyTask = task('department-duty', {
  title: { zh: '职责分工落实情况', en: 'Duties of the departments' },
  audience: bureauDepartments,
  due: noDate,
  to,
  form: departmentDuty,
  signOff: shortChain,
  minutes: 60,
  source: proposed({
    zh: '文件列出各科室具体分工，未规定报送；建议机关各科室年中报一次落实情况。',
    en: 'Duties are divided among departments; one mid-year report is proposed.',
  }),
});

export const summaryTask = task('campaign-summary', {
  title: { zh: '作风建设整治工作总结和评估', en: 'Summary and evaluation' },
  phase: 'evaluation',
  audience: everyone,
  due: undated('及时对作风建设整治工作情况进行总结和评估'),
  to,
  form: summary,
  deliverables: inWriting('总结和评估', 'Summary'),
  signOff: shortChain,
  minutes: 180,
  quote: '各单位、机关各科室要及时对作风建设整治工作情况进行总结和评估',
});
