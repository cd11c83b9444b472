import { defineErrors } from '#workers/platform/http/problem.ts';

export const oversightErrors = defineErrors({
  'oversight.unknown_indicator': {
    status: 404,
    zh: '没有这项可比指标。',
    en: 'There is no such common indicator.',
  },
  'oversight.levels_not_comparable': {
    status: 409,
    zh: '仅同级地区可以比较：省级、市级、区级的职责和规模不同，放在一张表里会得出错误结论。请只选择一个层级。',
    en: 'Only regions of one level can be compared: duties and sizes differ from level to level. Choose one.',
  },
  'oversight.periods_not_comparable': {
    status: 409,
    zh: '仅同期数据可以比较，请只选择一个期间。',
    en: 'Only figures of one period can be compared. Choose one.',
  },
  'oversight.unknown_signature': {
    status: 403,
    zh: '数据的签名无法核验，未接收。请核对本地区登记的公钥。',
    en: 'The signature cannot be verified; nothing was taken. Check the key registered for the region.',
  },
  'oversight.changed_content': {
    status: 422,
    zh: '数据内容与其校验值不一致，未接收。',
    en: 'The content does not match its hash; nothing was taken.',
  },
  'oversight.other_region': {
    status: 403,
    zh: '数据所写的地区与签名的地区不一致，未接收。',
    en: 'The data names another region than the one that signed it; nothing was taken.',
  },
  'oversight.period_open': {
    status: 409,
    zh: '本期尚未结束，不能接收本期数据。',
    en: 'The period is not over; its data cannot be taken yet.',
  },
  'oversight.already_reported': {
    status: 409,
    zh: '该地区本期数据已经接收，如需改动请更正报出。',
    en: 'The region has reported for this period; it can send a correction.',
  },
  'oversight.wrong_correction': {
    status: 409,
    zh: '只能更正该地区本期现行的数据。',
    en: 'A correction must name the data now in force for the region and period.',
  },
  'oversight.reused_id': {
    status: 409,
    zh: '同一编号已用于另一份数据，未接收。',
    en: 'This id was used for other data; nothing was taken.',
  },
});
