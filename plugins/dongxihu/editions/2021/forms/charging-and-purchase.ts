import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, items, part, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const chargingAndPurchase = form('charging-and-purchase', {
  title: { zh: '医疗收费与药品耗材采购自查自纠情况表', en: 'Charging and purchase: self-check' },
  note: {
    zh: '只填件数和金额，不写患者和个人信息。',
    en: 'Numbers and amounts only, nothing of patients or persons.',
  },
  source: columnsProposed,
  fields: [
    part('charging', '医疗收费', 'Charging'),
    counted('charging-found', '自查发现乱收费件数', 'Wrong charges found', items, {
      source: fromClause('duty-finance', '医疗收费项目自查自纠，严查乱收费行为'),
    }),
    counted('charging-rectified', '其中已纠正件数', 'Of these, put right', items),
    field.money(
      'amount-returned',
      { zh: '退还金额（元）', en: 'Returned (yuan)' },
      { required: when.more('charging-found', 0), min: '0' },
    ),
    part('purchase', '药品和医用耗材采购', 'Purchase'),
    counted('purchase-found', '不规范采购行为件数', 'Irregular purchases found', items, {
      source: fromClause('duty-disease-control', '加强药品和医用耗材采购管理'),
    }),
    counted('purchase-rectified', '已规范件数', 'Put in order', items),
    told('measures', '整改和防控措施', 'Measures', { required: true, maxLength: 800 }),
  ],
  checks: [
    check('charging-tally', {
      assert: when.notMoreThanField('charging-rectified', 'charging-found'),
      missing: 'skip',
      at: 'charging-rectified',
      message: {
        zh: '已纠正件数不能多于自查发现乱收费件数。',
        en: 'Not more can be put right than were found.',
      },
    }),
    check('purchase-tally', {
      assert: when.notMoreThanField('purchase-rectified', 'purchase-found'),
      missing: 'skip',
      at: 'purchase-rectified',
      message: {
        zh: '已规范件数不能多于不规范采购行为件数。',
        en: 'Not more can be put in order than were found.',
      },
    }),
  ],
});
