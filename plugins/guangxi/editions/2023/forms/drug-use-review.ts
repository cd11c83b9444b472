import { field, form, fromClause } from '#plugins/sdk/define.ts';
import { part, told } from '#plugins/sdk/define/counted.ts';

const origin = {
  system: '国家公立医院绩效考核管理平台',
  period: '上年度',
  note: { zh: '由绩效考核平台导入，不需填写。', en: 'Imported from the performance review.' },
};

const percent = { zh: '%', en: '%' };

export const drugUseReview = form('drug-use-review', {
  title: { zh: '合理用药监测指标分析表', en: 'Rational drug use: review' },
  source: fromClause('item-10-3', '认真分析指标中存在的问题'),
  fields: [
    part('figures', '四项监测指标', 'Four watch indicators'),
    field.decimal(
      'reviewed-share',
      { zh: '点评处方占处方总数的比例', en: 'Prescriptions reviewed' },
      {
        places: 2,
        unit: percent,
        origin,
        source: fromClause('item-10-3', '点评处方占处方总数的比例'),
      },
    ),
    field.decimal(
      'antibiotics-intensity',
      { zh: '抗菌药物使用强度', en: 'Antibiotics intensity' },
      {
        places: 2,
        unit: 'DDDs',
        origin,
        source: fromClause('item-10-3', '抗菌药物使用强度'),
      },
    ),
    field.decimal(
      'outpatient-basic',
      { zh: '门诊患者基本药物处方占比', en: 'Essential drugs, out-patients' },
      {
        places: 2,
        unit: percent,
        origin,
        source: fromClause('item-10-3', '门诊患者基本药物处方占比'),
      },
    ),
    field.decimal(
      'inpatient-basic',
      { zh: '住院患者基本药物使用率', en: 'Essential drugs, in-patients' },
      {
        places: 2,
        unit: percent,
        origin,
        source: fromClause('item-10-3', '住院患者基本药物使用率'),
      },
    ),
    part('review', '分析', 'Review'),
    field.yesNo(
      'prescriptions-reviewed',
      { zh: '是否定期组织处方医嘱点评', en: 'Are prescriptions reviewed regularly?' },
      { required: true, source: fromClause('item-10-2', '对处方医嘱按照一定比例实施点评') },
    ),
    told('problems', '指标中存在的问题', 'Problems the figures show', { required: true }),
    told('causes', '具体原因', 'Causes', { required: true }),
    told('measures', '改进措施', 'Measures', {
      required: true,
      source: fromClause('item-10-3', '研究制定有针对性的改进措施'),
    }),
  ],
});
