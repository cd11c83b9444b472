import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, items, part, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

const tallies = [
  {
    part: 'closed',
    whole: 'accepted',
    zh: '已办结件数不能多于受理件数。',
    en: 'Not more closed than accepted.',
  },
  {
    part: 'founded',
    whole: 'closed',
    zh: '查实件数不能多于已办结件数。',
    en: 'Not more founded than closed.',
  },
];

const notTiedOut = when.any(
  { field: 'punished', op: 'lt', than: 'founded' },
  { field: 'circulated', op: 'lt', than: 'founded' },
);

/** Cases first received by the reporting unit itself, so that sums over units count each case once. */
export const caseHandling = form('case-handling', {
  title: { zh: '行风信访诉求办理情况表', en: 'Handling of conduct petitions' },
  note: {
    zh: '只填件数，只填本单位直接受理的件；不填反映人、被反映人和具体内容。',
    en: 'Numbers only, of cases this unit received itself.',
  },
  source: columnsProposed,
  fields: [
    part('channels', '受理', 'Received'),
    field.integer(
      'health-hotline',
      { zh: '12320热线件数', en: 'From 12320' },
      {
        min: '0',
        unit: items,
        origin: { system: '12320卫生健康服务热线' },
      },
    ),
    field.integer(
      'government-hotline',
      { zh: '12345热线件数', en: 'From 12345' },
      {
        min: '0',
        unit: items,
        origin: { system: '12345政府服务便民热线' },
      },
    ),
    counted(
      'accepted',
      '受理件数（办理期限在本期内届满）',
      'Accepted, term ended in the period',
      items,
      {
        source: fromClause('item-17-1', '信访等渠道发现相关线索的处置力度'),
      },
    ),
    part('closed-part', '办结', 'Closed'),
    counted('closed', '已办结件数', 'Closed', items, {
      source: fromClause('item-17-1', '确保办结率达到 100%'),
    }),
    told('open-reasons', '未办结的原因', 'Why some are open', {
      visible: { field: 'closed', op: 'lt', than: 'accepted' },
      required: { field: 'closed', op: 'lt', than: 'accepted' },
      maxLength: 600,
    }),
    part('tie-out', '发现一起，查处一起、通报一起', 'Found, dealt with, made known'),
    counted('founded', '查实件数', 'Found to be true', items, {
      source: fromClause('item-17-2', '发现一起，查处一起、通报一起'),
    }),
    counted('punished', '已查处件数', 'Dealt with', items),
    counted('circulated', '已通报件数', 'Made known', items),
    told('tie-out-reasons', '查实件未全部查处、通报的原因', 'Why the numbers differ', {
      visible: notTiedOut,
      required: notTiedOut,
      maxLength: 600,
    }),
  ],
  checks: tallies.map(({ part: some, whole, zh, en }) =>
    check(`${some}-tally`, {
      assert: when.notMoreThanField(some, whole),
      missing: 'skip',
      at: some,
      message: { zh, en },
    }),
  ),
});
