import { field, form, fromClause } from '#plugins/sdk/define.ts';
import { counted, items, part, times, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const linkageReport = form('linkage-report', {
  title: { zh: '部门联动与线索办理情况表', en: 'Work with other departments, and leads' },
  note: {
    zh: '线索只填件数，不填内容。涉及纪检监察管辖的线索按规定径送，不在本系统登记内容。',
    en: 'Numbers of leads only. What belongs to discipline organs goes to them directly.',
  },
  source: columnsProposed,
  fields: [
    part('linkage', '部门联动', 'Working together'),
    counted('joint-meetings', '联席会议、专班会议次数', 'Joint meetings', times, {
      source: fromClause('measure-2-1', '联席会议机制'),
    }),
    counted('joint-actions', '联合监管执法次数', 'Joint enforcement', times),
    part('leads', '线索', 'Leads'),
    counted('leads-out', '向其他部门通报线索件数', 'Leads passed on', items, {
      source: fromClause('measure-2-1', '及时互相通报有关线索'),
    }),
    counted('leads-in', '收到其他部门通报线索件数', 'Leads received', items),
    counted('leads-handled', '已查处件数', 'Handled', items),
    part('points', '不良行为记分', 'Demerit points'),
    field.integer(
      'institutions-with-points',
      { zh: '被记分医疗机构数', en: 'Institutions with points' },
      {
        min: '0',
        unit: { zh: '家', en: 'institutions' },
        origin: {
          system: '卫生健康监督执法系统',
          note: { zh: '由执法系统导入，不需填写。', en: 'Imported from enforcement.' },
        },
        source: fromClause('measure-2-1', '严格落实医疗机构不良行为记分制度'),
      },
    ),
    told('narrative', '联动机制运行情况和建议', 'How it works, and suggestions', {
      required: true,
      maxLength: 1200,
    }),
  ],
});
