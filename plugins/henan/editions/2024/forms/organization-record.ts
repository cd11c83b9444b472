import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, people, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const organizationRecord = form('organization-record', {
  title: { zh: '行风建设组织架构确认表', en: 'Conduct organisation: yearly confirmation' },
  note: {
    zh: '只确认变化：上年已报内容可一次带入，核对后即可报送。只填岗位，不填姓名。',
    en: 'Confirm changes only: last year’s answers are taken over in one act. Posts, never names.',
  },
  source: columnsProposed,
  fields: [
    field.choice(
      'change',
      { zh: '与上年相比', en: 'Compared with last year' },
      { none: { zh: '无变化', en: 'No change' }, changed: { zh: '有变化', en: 'Changed' } },
      { required: true },
    ),
    part('leadership', '责任体系', 'Responsibility'),
    field.post(
      'first-responsible',
      { zh: '行风建设“第一责任人”（岗位）', en: 'First responsible post' },
      { required: true, carry: true, source: fromClause('point-2-3', '行风建设工作“第一责任人”') },
    ),
    field.post(
      'deputy-in-charge',
      { zh: '分管领导（岗位）', en: 'Deputy in charge (post)' },
      {
        required: true,
        carry: true,
      },
    ),
    field.yesNo(
      'in-target-assessment',
      {
        zh: '行风工作是否已纳入总体工作目标责任考核',
        en: 'Is conduct work part of the overall target assessment?',
      },
      {
        required: true,
        carry: true,
        source: fromClause('point-2-3', '将行风工作纳入总体工作目标责任考核'),
      },
    ),
    part('organization', '机构、人员与经费', 'Organisation, staff and budget'),
    field.text(
      'office-name',
      { zh: '行风管理部门名称', en: 'Conduct office' },
      {
        required: true,
        carry: true,
        maxLength: 60,
      },
    ),
    counted('full-time-staff', '专职人员数', 'Full-time staff', people, {
      carry: true,
      source: fromClause('point-3-1', '配齐配强专职人员'),
    }),
    counted('part-time-staff', '兼职人员数', 'Part-time staff', people, { carry: true }),
    field.yesNo(
      'budgeted',
      { zh: '是否安排工作专项经费', en: 'Is there a dedicated budget?' },
      { required: true, carry: true, source: fromClause('point-3-1', '保障工作专项经费') },
    ),
    field.money(
      'budget',
      { zh: '本年度专项经费（元）', en: 'This year’s budget (yuan)' },
      {
        min: '0',
        visible: when.is('budgeted', 'yes'),
        required: when.is('budgeted', 'yes'),
      },
    ),
    told('change-note', '变化情况说明', 'What changed', {
      visible: when.is('change', 'changed'),
      required: when.is('change', 'changed'),
      maxLength: 500,
    }),
  ],
  checks: [
    check('staffed', {
      assert: when.any(when.more('full-time-staff', 0), when.more('part-time-staff', 0)),
      missing: 'fail',
      at: 'full-time-staff',
      message: {
        zh: '专职、兼职人员不能都为0：确无人员的，请填写正在承担此项工作的兼职人员数。',
        en: 'Full-time and part-time staff cannot both be 0: count those who do the work now.',
      },
    }),
  ],
});
