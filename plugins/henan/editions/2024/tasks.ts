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
  authorities,
  everyUnit,
  hospitals,
  largeHospitals,
  medicalInstitutions,
  publicHealthUnits,
  smallerUnits,
  upperHospitals,
} from './audiences.ts';
import { appraisalRectification } from './forms/appraisal-rectification.ts';
import { cleanHospital } from './forms/clean-hospital.ts';
import { complaintReport } from './forms/complaint-report.ts';
import { demonstrationRecommendation } from './forms/demonstration-recommendation.ts';
import { ethicsArchive } from './forms/ethics-archive.ts';
import { fourGovernances } from './forms/four-governances.ts';
import { halfYearSummary } from './forms/half-year-summary.ts';
import { inspectionReview } from './forms/inspection-review.ts';
import { modelNomination } from './forms/model-nomination.ts';
import { organizationRecord } from './forms/organization-record.ts';
import { powerAndRisk } from './forms/power-and-risk.ts';

const to = 'conduct-office';
/** The document sets no date inside the year. */
const noDate = undated('未定期限');
const fullChain: SignOffPost[] = ['filler', 'department-head', 'deputy-head', 'head'];
const shortChain: SignOffPost[] = ['filler', 'head'];

export const organizationTask = task('organization-record', {
  title: { zh: '行风建设组织架构确认', en: 'Confirm the conduct organisation' },
  audience: everyUnit,
  due: noDate,
  to,
  form: organizationRecord,
  signOff: shortChain,
  minutes: 20,
  guidance: {
    zh: '上年内容可一次带入，无变化的核对后直接报送。',
    en: 'Last year’s answers are taken over in one act: check and file.',
  },
  source: proposed({
    zh: '文件要求建立健全组织架构、配齐配强专职人员、保障专项经费，未要求报送；建议每年确认一次，不重复填报。',
    en: 'The document asks for organisation, staff and budget but for no filing; one confirmation a year is proposed.',
  }),
});

export const summaryTask = task('half-year-summary', {
  title: { zh: '行风建设工作小结', en: 'Conduct summary' },
  audience: everyUnit,
  due: undated('定期'),
  to,
  form: halfYearSummary,
  deliverables: [
    stampedScan('summary-scan', { zh: '工作小结（盖章扫描件）', en: 'Summary, stamped scan' }),
  ],
  signOff: fullChain,
  minutes: 120,
  source: proposed({
    zh: '文件要求开展业务培训、定期研判形势、重大问题请示汇报，未定期限和形式；培训、研判、汇报合并为一张表。',
    en: 'Training, regular analysis and reporting are asked for without date or form; one sheet carries all three.',
  }),
});

export const fourGovernancesTask = task('four-governances', {
  title: { zh: '“四聚焦、四治理”专项活动情况', en: 'Four focuses, four governances' },
  audience: anyOf(authorities, medicalInstitutions),
  due: noDate,
  to,
  form: fourGovernances,
  signOff: fullChain,
  nilReturn: true,
  minutes: 90,
  source: proposed({
    zh: '文件部署四项专项治理，未规定报送；建议年中报一次进展。',
    en: 'Four special governances are ordered without a report; one mid-year report is proposed.',
  }),
});

export const powerAndRiskTask = task('power-and-risk', {
  title: { zh: '权责清单与廉政风险排查情况', en: 'Powers and integrity risks' },
  audience: anyOf(authorities, upperHospitals, publicHealthUnits),
  due: noDate,
  to,
  form: powerAndRisk,
  signOff: fullChain,
  minutes: 90,
  source: proposed({
    zh: '文件要求梳理权责清单、排查廉政风险隐患，未规定报送；清单留存本单位，只报数字。',
    en: 'Lists are to be drawn up, none to be filed; they stay with the unit and only figures go up.',
  }),
});

export const inspectionTask = task('inspection-review', {
  title: { zh: '大型医院巡查（行风部分）对照情况', en: 'Large-hospital inspection: own review' },
  audience: largeHospitals,
  due: noDate,
  to,
  form: inspectionReview,
  deliverables: [
    attachment('rules-list', { zh: '行风管理核心制度目录', en: 'List of core rules' }),
  ],
  signOff: fullChain,
  minutes: 240,
  source: proposed({
    zh: '文件要求围绕五个方面开展巡查；巡查前由医院对照一次，供巡查组使用。',
    en: 'Inspections cover five areas; hospitals review themselves once before the team comes.',
  }),
});

export const ethicsArchiveTask = task('ethics-archive', {
  title: { zh: '医德医风建档情况调研', en: 'Survey of medical-ethics files' },
  audience: upperHospitals,
  due: noDate,
  to,
  form: ethicsArchive,
  signOff: ['filler', 'department-head', 'head'],
  minutes: 60,
  quote: '开展医德医风建档情况调研',
});

export const cleanHospitalTask = task('clean-hospital', {
  title: { zh: '清廉医院创建情况', en: 'Clean hospital: progress' },
  audience: hospitals,
  due: noDate,
  to,
  form: cleanHospital,
  signOff: fullChain,
  minutes: 120,
  source: proposed({
    zh: '文件要求推进“十大行动”、争创示范单位，未规定报送；创建进展和示范单位自评合并一次报送。',
    en: 'Progress and application for the demonstration title are asked once, together.',
  }),
});

export const demonstrationTask = task('demonstration-recommend', {
  title: { zh: '清廉医院示范单位推荐', en: 'Recommend demonstration units' },
  audience: authorities,
  due: noDate,
  to,
  form: demonstrationRecommendation,
  rollUp: {
    task: 'clean-hospital',
    relation: 'territory',
    sums: [{ field: 'base-units', of: 'actions-started', by: 'filings' }],
  },
  deliverables: [
    stampedScan('recommendation-scan', { zh: '推荐表（盖章扫描件）', en: 'Form, stamped scan' }),
  ],
  signOff: fullChain,
  nilReturn: true,
  minutes: 120,
  source: proposed({
    zh: '选树30%需要属地推荐；文件未规定推荐程序，按“属地管理、分级实施”建议由属地推荐。',
    en: 'A share of 30 % needs recommendations; the document gives no procedure.',
  }),
});

export const appraisalTask = task('appraisal-rectification', {
  title: { zh: '民主评议行风问题整改情况', en: 'Rectification after the public appraisal' },
  audience: anyOf(authorities, upperHospitals),
  due: undated('限时整改'),
  to,
  form: appraisalRectification,
  signOff: fullChain,
  nilReturn: true,
  minutes: 60,
  source: proposed({
    zh: '整改期限由每份整改建议书给出；建议民主评议结束后集中报一次整改情况。',
    en: 'Each letter gives its own time limit; one report after the appraisal is proposed.',
  }),
});

export const modelTask = task('model-nomination', {
  title: { zh: '医德医风标兵推荐', en: 'Nominate models of medical ethics' },
  audience: anyOf(authorities, medicalInstitutions),
  due: noDate,
  to,
  form: modelNomination,
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
  signOff: shortChain,
  nilReturn: true,
  minutes: 45,
  guidance: {
    zh: '不推荐的，一键零报告。',
    en: 'Nobody to nominate: one click files a nil return.',
  },
  source: proposed({
    zh: '文件要求在全省各级医疗机构开展标兵评选，未规定推荐方式。',
    en: 'The document orders the selection without saying how to nominate.',
  }),
});

const complaints = {
  audience: smallerUnits,
  due: noDate,
  to,
  form: complaintReport,
  signOff: shortChain,
  nilReturn: true,
  minutes: 30,
};

export const complaintTask = task('complaint-report', {
  ...complaints,
  title: { zh: '行风问题投诉办理情况（季报）', en: 'Conduct complaints, quarterly' },
  audience: anyOf(authorities, largeHospitals),
  source: proposed({
    zh: '文件规定查办率和回复率100%，未规定报表；件数多的单位建议每季度报一次，以便计算两个比率。',
    en: 'Two ratios of 100 % need numbers; units with many cases report each quarter.',
  }),
});

export const smallerComplaintTask = task('complaint-report-half-year', {
  ...complaints,
  title: { zh: '行风问题投诉办理情况（半年报）', en: 'Conduct complaints, half-yearly' },
  source: proposed({
    zh: '文件规定查办率和回复率100%，未规定报表；件数少的单位建议每半年报一次，无件零报告。',
    en: 'Two ratios of 100 % need numbers; units with few cases report each half-year.',
  }),
});
