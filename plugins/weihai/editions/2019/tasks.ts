import {
  anyOf,
  byDocument,
  on,
  paper,
  proposed,
  stampedScan,
  task,
  undated,
} from '#plugins/sdk/define.ts';
import type { SignOffPost } from '#schema/contracts/campaign/task.ts';
import {
  authorities,
  directMedicalInstitutions,
  directUnits,
  everyUnit,
  indirectUnits,
  largeHospitals,
  medicalInstitutions,
  smallerInstitutions,
  upperHospitals,
} from './audiences.ts';
import { activityPlan } from './forms/activity-plan.ts';
import { campaignSummary } from './forms/campaign-summary.ts';
import { covertVisits } from './forms/covert-visits.ts';
import { ethicsAppraisal } from './forms/ethics-appraisal.ts';
import { goodPractice } from './forms/good-practice.ts';
import { leadingGroup } from './forms/leading-group.ts';
import { linkageReport } from './forms/linkage-report.ts';
import { sixtyMeasures } from './forms/sixty-measures.ts';
import { trainingAndEducation } from './forms/training-and-education.ts';
import { visitRectification } from './forms/visit-rectification.ts';

const to = 'medical-affairs';
const noDate = undated('未定期限');
const fullChain: SignOffPost[] = ['filler', 'department-head', 'deputy-head', 'head'];
const shortChain: SignOffPost[] = ['filler', 'head'];

export const planTask = task('activity-plan', {
  title: {
    zh: '《卫生健康系统行业作风建设及专项整治活动方案》',
    en: 'Activity plan on conduct and clean-up',
  },
  audience: anyOf(authorities, directUnits),
  due: on('2019-07-20', '2019年7月20日前'),
  to,
  form: activityPlan,
  deliverables: [
    paper('plan-paper', { zh: '活动方案（纸质）', en: 'The plan on paper' }, { copies: 1 }),
    stampedScan('plan-scan', { zh: '活动方案（PDF盖章电子版）', en: 'The plan, stamped PDF' }),
  ],
  signOff: fullChain,
  minutes: 240,
  guidance: {
    zh: '方案要包括领导小组。纸质件和盖章电子版都要报。',
    en: 'The plan includes the leading group. Paper and stamped PDF are both required.',
  },
  quote: '以纸质和PDF盖章电子版形式报市卫生健康委医政科',
});

export const leadingGroupTask = task('leading-group', {
  title: { zh: '行业作风建设领导小组确认', en: 'Confirm the leading group' },
  audience: indirectUnits,
  due: noDate,
  to,
  form: leadingGroup,
  signOff: shortChain,
  minutes: 10,
  source: proposed({
    zh: '文件要求各医疗卫生机构成立领导小组；不直接向本委报方案的单位，建议每年确认一次。',
    en: 'Each institution founds a leading group; those that file no plan here confirm it once a year.',
  }),
});

export const summaryTask = task('campaign-summary', {
  title: { zh: '相关整治情况总结', en: 'Summary of the clean-up actions' },
  audience: anyOf(authorities, directMedicalInstitutions),
  due: byDocument('各项整治行动方案', '按照相关文件要求的时间节点'),
  to,
  form: campaignSummary,
  deliverables: [
    stampedScan('summary-scan', { zh: '总结（盖章扫描件）', en: 'Summary, stamped scan' }),
  ],
  signOff: fullChain,
  minutes: 180,
  quote: '按时报送相关整治情况总结',
});

export const linkageTask = task('linkage-report', {
  title: { zh: '部门联动与线索办理情况', en: 'Work with other departments, and leads' },
  audience: authorities,
  due: noDate,
  to,
  form: linkageReport,
  signOff: fullChain,
  minutes: 90,
  source: proposed({
    zh: '文件要求各区市与同级部门联动、互通线索，未规定报送；建议每半年报一次件数。',
    en: 'Districts are to work with other departments; numbers each half-year are proposed.',
  }),
});

export const ethicsTask = task('ethics-appraisal', {
  title: { zh: '医务人员医德医风考评结果', en: 'Results of the medical-ethics appraisal' },
  audience: medicalInstitutions,
  due: noDate,
  to,
  form: ethicsAppraisal,
  signOff: ['filler', 'department-head', 'head'],
  minutes: 40,
  source: proposed({
    zh: '文件要求加强医德医风考评，未规定报送；建议年度考评结束后报一次人数。',
    en: 'Appraisal is to be strengthened; head counts once a year are proposed.',
  }),
});

export const covertVisitsTask = task('covert-visits', {
  title: { zh: '区市暗访情况', en: 'Covert visits by the district' },
  audience: authorities,
  due: undated('有计划的暗访'),
  to: 'covert-visit-group',
  form: covertVisits,
  signOff: fullChain,
  nilReturn: true,
  minutes: 60,
  source: proposed({
    zh: '文件要求各区市有计划地暗访并反馈、督促整改，未规定报送周期；建议每季度报一次。',
    en: 'Districts visit by plan and feed back; a report each quarter is proposed.',
  }),
});

export const visitRectificationTask = task('visit-rectification', {
  title: { zh: '明查暗访反馈问题整改情况', en: 'Rectification after visits' },
  audience: medicalInstitutions,
  due: undated('及时反馈并督促整改'),
  to: 'covert-visit-group',
  form: visitRectification,
  signOff: shortChain,
  nilReturn: true,
  minutes: 45,
  guidance: {
    zh: '没有收到反馈问题的，一键零报告。',
    en: 'Nothing fed back: one click files a nil return.',
  },
  source: proposed({
    zh: '文件要求对暗访发现的突出问题督促整改，未规定报送；建议每半年汇总报一次。',
    en: 'Problems found are to be rectified; one report each half-year is proposed.',
  }),
});

const measuresDue = byDocument('《进一步改善医疗服务60条措施》', '按照时间节点');

export const sixtyMeasuresTask = task('sixty-measures', {
  due: measuresDue,
  to,
  form: sixtyMeasures,
  title: { zh: '改善医疗服务60条措施进展（季报）', en: 'Sixty measures, quarterly' },
  audience: upperHospitals,
  signOff: fullChain,
  minutes: 60,
  source: proposed({
    zh: '文件要求按时间节点挂图作战、销号管理，时间节点另见该措施文件；建议二级及以上医院每季度报一次。',
    en: 'Time nodes stand in the measures themselves; quarterly for hospitals of level two and above.',
  }),
});

export const smallerMeasuresTask = task('sixty-measures-half-year', {
  due: measuresDue,
  to,
  form: sixtyMeasures,
  title: { zh: '改善医疗服务60条措施进展（半年报）', en: 'Sixty measures, half-yearly' },
  audience: smallerInstitutions,
  signOff: shortChain,
  minutes: 40,
  source: proposed({
    zh: '文件要求按时间节点挂图作战、销号管理；一级医院和基层医疗卫生机构适用条数少，建议每半年报一次。',
    en: 'Fewer measures concern small institutions: half-yearly.',
  }),
});

export const trainingTask = task('training-and-education', {
  title: { zh: '培训、廉政教育和下基层情况', en: 'Training, integrity education, visits to wards' },
  audience: everyUnit,
  due: undated('定期学习培训'),
  to,
  form: trainingAndEducation,
  signOff: shortChain,
  minutes: 40,
  source: proposed({
    zh: '文件要求培训、廉政教育、下基层一线，未规定报送；三项次数合并为一张表，建议每半年一次。',
    en: 'Three kinds of numbers on one sheet, each half-year.',
  }),
});

export const goodPracticeTask = task('good-practice', {
  title: { zh: '典型做法与宣传情况', en: 'Good practice and publicity' },
  audience: anyOf(authorities, largeHospitals),
  due: noDate,
  to,
  form: goodPractice,
  signOff: shortChain,
  nilReturn: true,
  minutes: 60,
  source: proposed({
    zh: '文件鼓励创新、注重宣传，未规定报送；建议每年向区市和三级医院征集一次，可零报告。',
    en: 'Innovation and publicity are encouraged; collected once a year, nil returns welcome.',
  }),
});
