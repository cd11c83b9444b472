import { field, form, fromClause } from '#plugins/sdk/define.ts';
import { part, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const serviceImprovement = form('service-improvement', {
  title: { zh: '服务措施、服务模式与医疗质量改进情况表', en: 'Service and quality' },
  note: {
    zh: '满意度和预约、互认等比率由有关平台导入，只填做法。',
    en: 'Satisfaction and rates are imported; only what was done is asked.',
  },
  source: columnsProposed,
  fields: [
    part('satisfaction-part', '服务措施', 'Service'),
    field.decimal(
      'satisfaction',
      { zh: '患者满意度得分', en: 'Satisfaction score' },
      {
        min: '0',
        max: '100',
        places: 2,
        origin: {
          system: '医疗机构患者满意度测评',
          note: { zh: '由医政科导入，不需填写。', en: 'Imported by medical affairs.' },
        },
        source: fromClause('control-2', '医疗机构患者满意度测评体系'),
      },
    ),
    told('service', '改进服务的主要措施', 'Measures of service', {
      required: true,
      maxLength: 800,
    }),
    part('model', '服务模式', 'Ways of service'),
    field.multipleChoice(
      'in-place',
      { zh: '已落实的便民惠民措施', en: 'In place' },
      {
        appointment: { zh: '预约诊疗', en: 'Appointments' },
        remote: { zh: '远程医疗', en: 'Remote medicine' },
        imaging: { zh: '医学影像', en: 'Imaging' },
        recognition: { zh: '检验检查结果互认', en: 'Recognition of results' },
        'one-stop': { zh: '一站式、一卡通、最多跑一次', en: 'One stop, one card, one visit' },
      },
      {
        required: true,
        source: fromClause('control-4', '落实预约诊疗、远程医疗、医学影像、检验检查结果互认等制度'),
      },
    ),
    part('quality-part', '医疗质量', 'Quality'),
    told('quality', '质控体系和关键环节风险防控', 'Quality control', {
      required: true,
      maxLength: 800,
      source: fromClause('control-5', '加大关键部门、关键环节风险防控力度'),
    }),
  ],
});
