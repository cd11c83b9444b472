import { check, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, problems, times, told } from '#plugins/sdk/define/counted.ts';

const institutionsCounted = { zh: '家', en: 'institutions' };

export const inspectionReport = form('inspection-report', {
  title: { zh: '明察暗访和通报情况表', en: 'Open and covert visits, and circulars' },
  note: {
    zh: '只报已经结束的明察暗访；尚未实施的计划不填。',
    en: 'Finished visits only; plans are not reported.',
  },
  source: fromClause('item-3-3', '明察暗访专项行动'),
  fields: [
    counted('visits', '明察暗访次数', 'Visits', times),
    counted('institutions-visited', '检查医疗机构数', 'Institutions visited', institutionsCounted),
    counted(
      'private-visited',
      '其中民营医院数',
      'Of these, private hospitals',
      institutionsCounted,
      {
        source: fromClause('item-15', '民营医院专项巡查行动成果'),
      },
    ),
    counted('found', '发现问题数', 'Problems found', problems),
    counted('circulated', '已通报问题数', 'Problems in circulars', problems, {
      source: fromClause('item-3-3', '对发现问题进行通报'),
    }),
    counted('rectified', '已整改问题数', 'Rectified', problems),
    told('main-problems', '问题归纳（不写个人姓名）', 'Problems in short (no personal names)', {
      visible: when.more('found', 0),
      required: when.more('found', 0),
    }),
  ],
  checks: [
    check('private-tally', {
      assert: when.notMoreThanField('private-visited', 'institutions-visited'),
      missing: 'skip',
      at: 'private-visited',
      message: {
        zh: '民营医院数不能多于检查医疗机构数。',
        en: 'Not more private hospitals than institutions visited.',
      },
    }),
    check('circulated-tally', {
      assert: when.notMoreThanField('circulated', 'found'),
      missing: 'skip',
      at: 'circulated',
      message: {
        zh: '已通报问题数不能多于发现问题数。',
        en: 'Not more can be in circulars than were found.',
      },
    }),
    check('rectified-tally', {
      assert: when.notMoreThanField('rectified', 'found'),
      missing: 'skip',
      at: 'rectified',
      message: {
        zh: '已整改问题数不能多于发现问题数。',
        en: 'Not more can be rectified than were found.',
      },
    }),
  ],
});
