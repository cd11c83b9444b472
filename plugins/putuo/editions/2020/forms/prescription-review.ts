import { field, form, fromClause } from '#plugins/sdk/define.ts';
import { counted, part, times, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

const imported = {
  system: '区属临床用药监管系统',
  note: { zh: '由监管系统导入，不需填写。', en: 'Imported from the supervision system.' },
};
const prescriptions = { zh: '张', en: 'prescriptions' };

export const prescriptionReview = form('prescription-review', {
  title: { zh: '处方点评和不合理处方处理情况表', en: 'Prescription review' },
  source: columnsProposed,
  fields: [
    part('imported', '点评数据', 'Figures'),
    field.integer(
      'reviewed',
      { zh: '点评处方数', en: 'Prescriptions reviewed' },
      {
        min: '0',
        unit: prescriptions,
        origin: imported,
        source: fromClause('content-3-4', '处方点评和不合理处方处理情况的监督和反馈'),
      },
    ),
    field.integer(
      'unreasonable',
      { zh: '不合理处方数', en: 'Found unreasonable' },
      { min: '0', unit: prescriptions, origin: imported },
    ),
    part('analysis', '分析和处理', 'Analysis'),
    counted('feedbacks', '向医师反馈、约谈次数', 'Feedback and talks with physicians', times),
    told('causes', '不合理处方的主要原因（不写个人姓名）', 'Main causes (no personal names)', {
      required: true,
      maxLength: 800,
    }),
    told('measures', '规范处方行为的措施', 'Measures', {
      required: true,
      maxLength: 800,
      source: fromClause('content-3-4', '进一步规范临床医师的处方行为'),
    }),
  ],
});
