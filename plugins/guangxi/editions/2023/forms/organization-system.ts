import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, people, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const organizationSystem = form('organization-system', {
  title: { zh: '行风建设组织体系确认表', en: 'Conduct organisation: yearly confirmation' },
  note: {
    zh: '只确认变化：上年已报内容可一次带入。只填岗位，不填姓名。',
    en: 'Confirm changes only. Posts, never names.',
  },
  source: columnsProposed,
  fields: [
    field.choice(
      'change',
      { zh: '与上年相比', en: 'Compared with last year' },
      { none: { zh: '无变化', en: 'No change' }, changed: { zh: '有变化', en: 'Changed' } },
      { required: true },
    ),
    part('system', '组织体系', 'Organisation'),
    field.yesNo(
      'system-set-up',
      { zh: '是否已建立行风建设工作组织体系', en: 'Is there a conduct organisation?' },
      {
        required: true,
        carry: true,
        source: fromClause('item-3-2', '均要建立行风建设工作组织体系'),
      },
    ),
    field.text(
      'department',
      { zh: '行风管理部门名称', en: 'Conduct department' },
      {
        required: when.is('system-set-up', 'yes'),
        carry: true,
        maxLength: 60,
      },
    ),
    counted('full-time-staff', '专职人员数', 'Full-time staff', people, {
      carry: true,
      source: fromClause('item-3-2', '配置专职人员'),
    }),
    field.yesNo(
      'duties-defined',
      { zh: '是否已明确工作职责', en: 'Are the duties defined?' },
      { required: true, carry: true, source: fromClause('item-3-2', '明确工作职责') },
    ),
    field.yesNo(
      'in-performance-review',
      {
        zh: '行风建设是否已纳入本单位年度绩效考核体系',
        en: 'Is conduct part of the yearly performance review?',
      },
      {
        required: true,
        carry: true,
        source: fromClause('item-3-1', '将行风建设纳入本单位的年度绩效考核体系'),
      },
    ),
    told(
      'set-up-plan',
      '尚未建立或没有专职人员的，说明原因和完成时限',
      'If not, why and until when',
      {
        visible: when.any(when.is('system-set-up', 'no'), when.is('full-time-staff', 0)),
        required: when.any(when.is('system-set-up', 'no'), when.is('full-time-staff', 0)),
        maxLength: 400,
      },
    ),
  ],
  checks: [
    check('staff-needs-system', {
      when: when.more('full-time-staff', 0),
      assert: when.is('system-set-up', 'yes'),
      missing: 'fail',
      at: 'system-set-up',
      message: {
        zh: '已有专职人员的，组织体系应填“是”，请核对。',
        en: 'With full-time staff there is an organisation: please check.',
      },
    }),
  ],
});
