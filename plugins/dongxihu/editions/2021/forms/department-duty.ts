import { field, form, fromClause } from '#plugins/sdk/define.ts';
import { counted, times, told } from '#plugins/sdk/define/counted.ts';

export const departmentDuty = form('department-duty', {
  title: { zh: '职责分工落实情况表', en: 'Duties of the departments' },
  source: fromClause('demand-2-1', '机关各部门按照职责分工'),
  fields: [
    field.multipleChoice(
      'duties',
      { zh: '本科室承担的分工', en: 'Duties of this department' },
      {
        education: { zh: '宣传教育和工作作风自查整改', en: 'Education and self-check' },
        risks: { zh: '廉政风险隐患大排查', en: 'Screening of risks' },
        charging: { zh: '医疗收费自查自纠', en: 'Charging' },
        equipment: { zh: '信息化和大型设备购置监管', en: 'Information and equipment' },
        purchase: { zh: '药品和医用耗材采购管理', en: 'Purchase' },
        enforcement: { zh: '综合监管大提质和违规执业打击', en: 'Supervision and enforcement' },
        satisfaction: { zh: '患者满意度测评体系', en: 'Satisfaction' },
        other: { zh: '其他', en: 'Other' },
      },
      { required: true, carry: true },
    ),
    counted('guidance-visits', '指导督促次数', 'Guidance given', times, {
      source: fromClause('duty-office', '负责指导督促各单位开展宣传教育活动'),
    }),
    told('progress', '落实情况', 'What was done', { required: true, maxLength: 1200 }),
    told('difficulties', '问题和需协调事项', 'Difficulties', { maxLength: 600 }),
  ],
});
