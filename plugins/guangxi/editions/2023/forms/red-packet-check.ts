import { check, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, items, part, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

const points = [
  {
    key: 'kickback',
    zh: '接收企业给予的回扣',
    en: 'Kickbacks from companies',
    quote: '医务人员接收医药产品、耗材、设备企业各种名义、形式给予的回扣行为',
  },
  {
    key: 'entertainment',
    zh: '接收企业安排的娱乐活动',
    en: 'Entertainment by companies',
    quote: '为其安排的娱乐活动行为',
  },
  {
    key: 'referral',
    zh: '介绍患者到其他医疗机构收取提成',
    en: 'Commission for referring patients',
    quote: '通过介绍患者到其他医疗机构收取提成的行为',
  },
];

export const redPacketCheck = form('red-packet-check', {
  title: { zh: '“红包”、回扣专项整治自查情况表', en: 'Red packets and kickbacks: self-check' },
  note: {
    zh: '只填件数，不写姓名和情节。属纪检监察管辖的线索按规定径送，不在本系统登记内容。',
    en: 'Numbers only. What belongs to discipline organs goes to them directly.',
  },
  source: columnsProposed,
  fields: [
    ...points.flatMap(({ key, zh, en, quote }) => [
      part(key, zh, en),
      counted(`${key}-found`, `${zh}：自查发现件数`, `${en}: found`, items, {
        source: fromClause('item-14', quote),
      }),
      counted(`${key}-handled`, `${zh}：已处理、移送件数`, `${en}: handled or passed on`, items),
    ]),
    part('packets', '患者“红包”', 'Red packets of patients'),
    counted('handed-in', '主动上交、退还件数', 'Handed in or returned', items),
    told('measures', '防控措施', 'Preventive measures', { required: true, maxLength: 600 }),
  ],
  checks: points.map(({ key, zh, en }) =>
    check(`${key}-tally`, {
      assert: when.notMoreThanField(`${key}-handled`, `${key}-found`),
      missing: 'skip',
      at: `${key}-handled`,
      message: {
        zh: `${zh}：已处理、移送件数不能多于自查发现件数。`,
        en: `${en}: not more handled than found.`,
      },
    }),
  ),
});
