import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, problems, times, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

const institutionsCounted = { zh: '家', en: 'institutions' };

export const covertVisits = form('covert-visits', {
  title: { zh: '区市暗访情况表', en: 'Covert visits by the district' },
  note: {
    zh: '只报已经结束的暗访；尚未实施的计划不填。',
    en: 'Finished visits only; plans are not reported.',
  },
  source: columnsProposed,
  fields: [
    part('visits-part', '暗访', 'Visits'),
    counted('visits', '暗访次数', 'Visits', times, {
      source: fromClause('measure-3-3', '有计划的暗访'),
    }),
    counted('institutions-visited', '暗访医疗机构数', 'Institutions visited', institutionsCounted),
    counted(
      'private-visited',
      '其中社会办医疗机构数',
      'Of these, privately run',
      institutionsCounted,
    ),
    part('result', '结果', 'Result'),
    counted('found', '发现突出问题数', 'Problems found', problems),
    counted('fed-back', '已反馈问题数', 'Fed back', problems, {
      source: fromClause('measure-3-3', '发现的突出问题及时反馈并督促整改'),
    }),
    counted('rectified', '已整改问题数', 'Rectified', problems),
    field.table(
      'good-examples',
      { zh: '正面典型', en: 'Good examples' },
      [
        field.organization('institution', { zh: '单位', en: 'Institution' }, { required: true }),
        field.longText(
          'practice',
          { zh: '做法', en: 'Practice' },
          {
            required: true,
            maxLength: 300,
          },
        ),
      ],
      { maxRows: 10, source: fromClause('measure-3-3', '正面典型要大力宣传弘扬') },
    ),
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
        zh: '社会办医疗机构数不能多于暗访医疗机构数。',
        en: 'Not more private institutions than institutions visited.',
      },
    }),
    check('fed-back-tally', {
      assert: when.notMoreThanField('fed-back', 'found'),
      missing: 'skip',
      at: 'fed-back',
      message: {
        zh: '已反馈问题数不能多于发现突出问题数。',
        en: 'Not more can be fed back than were found.',
      },
    }),
    check('rectified-tally', {
      assert: when.notMoreThanField('rectified', 'fed-back'),
      missing: 'skip',
      at: 'rectified',
      message: {
        zh: '已整改问题数不能多于已反馈问题数。',
        en: 'Not more can be rectified than were fed back.',
      },
    }),
  ],
});
