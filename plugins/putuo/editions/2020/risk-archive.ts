import {
  clock,
  field,
  form,
  guard,
  naturalDays,
  proposed,
  register,
  state,
  step,
  workflow,
} from '#plugins/sdk/define.ts';
import { districtUnits } from './audiences.ts';

const columns = proposed({
  zh: '原文要求分级管理、明确到岗、责任到人，没有给出档案栏目和期限。',
  en: 'Grades, posts and persons in charge are asked for; columns and terms are not given.',
});

const riskPoint = form('risk-point', {
  title: { zh: '廉政风险点登记', en: 'One integrity risk' },
  note: { zh: '只写岗位，不写个人姓名。', en: 'Posts only, no names.' },
  source: columns,
  fields: [
    field.post('post', { zh: '岗位', en: 'Post' }, { required: true }),
    field.text('link', { zh: '关键环节', en: 'Step of the work' }, { maxLength: 80 }),
    field.longText(
      'risk',
      { zh: '廉政风险点', en: 'The risk' },
      { required: true, maxLength: 300 },
    ),
    field.choice(
      'grade',
      { zh: '风险等级', en: 'Grade' },
      {
        high: { zh: '高', en: 'High' },
        middle: { zh: '中', en: 'Middle' },
        low: { zh: '低', en: 'Low' },
      },
    ),
    field.longText('measures', { zh: '防控措施', en: 'Measures' }, { maxLength: 600 }),
    field.text('department', { zh: '责任部门', en: 'Department' }, { maxLength: 60 }),
    field.longText('review', { zh: '防控效果', en: 'Effect' }, { maxLength: 600 }),
  ],
});

/** 排查 → 定级 → 防控 → 复核: a risk is kept under control, not solved; it leaves when it is gone. */
export const riskPoints = register('risk-points', {
  title: { zh: '廉政风险滚动排查防控档案', en: 'Archive of integrity risks' },
  noun: { zh: '廉政风险点', en: 'risk point' },
  quote: '对廉政风险点实行分级管理、分级负责，明确到岗、责任到人',
  form: riskPoint,
  recordedBy: ['unit'],
  audience: districtUnits,
  responsible: 'post',
  relation: 'supervision',
  visibility: { units: 'above' },
  listed: ['grade'],
  workflow: workflow(
    'found',
    [
      state('found', { zh: '已排查', en: 'Found' }),
      state('graded', { zh: '已定级', en: 'Graded' }),
      state('controlled', { zh: '防控中', en: 'Under control' }),
      state('reviewed', { zh: '待复核', en: 'To be looked at' }),
      state('gone', { zh: '风险消除', en: 'Gone' }, { ends: 'closed' }),
    ],
    [
      step('grade', {
        title: { zh: '定级', en: 'Grade' },
        from: ['found'],
        to: 'graded',
        by: ['unit'],
        needs: ['grade', 'department'],
        reaches: ['accepted'],
      }),
      step('control', {
        title: { zh: '落实防控措施', en: 'Take measures' },
        from: ['graded'],
        to: 'controlled',
        by: ['unit', 'responsible'],
        needs: ['measures'],
        reaches: ['rectified'],
      }),
      step('review', {
        title: { zh: '报请复核消除', en: 'Say that it is gone' },
        from: ['controlled'],
        to: 'reviewed',
        by: ['unit'],
        needs: ['review'],
        reaches: ['verified'],
      }),
      step('remove', {
        title: { zh: '复核消除', en: 'Agree that it is gone' },
        from: ['reviewed'],
        to: 'gone',
        by: ['office'],
        guards: [guard.notFiler(), guard.notOwnUnit(), guard.notAdviser()],
        reaches: ['closed'],
      }),
      step('keep', {
        title: { zh: '继续防控', en: 'Keep it under control' },
        from: ['reviewed'],
        to: 'controlled',
        by: ['office'],
        reason: true,
        leaves: ['verified'],
      }),
    ],
  ),
  clocks: [
    clock('measures', {
      title: { zh: '防控措施落实', en: 'Measures taken' },
      rule: { zh: '滚动排查防控档案 30日', en: 'Archive of risks, 30 days' },
      term: naturalDays(30),
      endsIn: ['controlled', 'reviewed', 'gone'],
      owner: 'responsible',
      source: columns,
    }),
  ],
});
