import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, items, part, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

const tallies = [
  {
    part: 'investigated',
    whole: 'due-cases',
    zh: '已查办件数不能多于应查办件数。',
    en: 'Not more investigated than due.',
  },
  {
    part: 'replied',
    whole: 'due-replies',
    zh: '已回复件数不能多于应回复件数。',
    en: 'Not more replied than due.',
  },
  {
    part: 'founded',
    whole: 'investigated',
    zh: '属实件数不能多于已查办件数。',
    en: 'Not more founded than investigated.',
  },
];

const somethingLate = when.any(
  { field: 'investigated', op: 'lt', than: 'due-cases' },
  { field: 'replied', op: 'lt', than: 'due-replies' },
);

/** Cases first received by the reporting unit itself, so that sums over units count each case once. */
export const complaintReport = form('complaint-report', {
  title: { zh: '行风问题投诉办理情况表', en: 'Handling of conduct complaints' },
  note: {
    zh: '只填件数，只填本单位直接受理的件；不填反映人、被反映人和具体内容。尚未到期的件不计入应查办、应回复。',
    en: 'Numbers only, of cases this unit received itself. Cases not yet due are not counted as due.',
  },
  source: columnsProposed,
  fields: [
    part('received', '受理', 'Received'),
    field.integer(
      'hotline',
      { zh: '12345热线转办件数', en: 'From the 12345 hotline' },
      {
        min: '0',
        unit: items,
        origin: {
          system: '12345政务服务便民热线',
          note: { zh: '由热线平台导入，不需填写。', en: 'Imported from the hotline.' },
        },
      },
    ),
    counted('received-direct', '本单位直接受理件数', 'Received directly', items, {
      source: fromClause('point-9-1', '不断拓宽行风问题投诉受理渠道'),
    }),
    part('handled', '查办与回复', 'Investigation and reply'),
    counted('due-cases', '到期应查办件数', 'Due for investigation', items),
    counted('investigated', '已查办件数', 'Investigated', items, {
      source: fromClause('point-9-2', '查办率和回复率要达到100%'),
    }),
    counted('due-replies', '到期应回复件数（实名）', 'Replies due (named reporters)', items),
    counted('replied', '已回复件数', 'Replied', items),
    counted('founded', '查办属实件数', 'Found to be true', items),
    told('late-reasons', '到期未查办、未回复的原因', 'Why something due is not done', {
      visible: somethingLate,
      required: somethingLate,
      maxLength: 600,
    }),
    part('duty', '首问负责制', 'First-contact responsibility'),
    field.yesNo(
      'first-contact',
      { zh: '每件是否都有首问责任岗位', en: 'Has each case a first responsible post?' },
      { required: true, source: fromClause('point-9-2', '认真落实首问负责制') },
    ),
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
