import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { attendances, counted, part, times, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const conductEducation = form('conduct-education', {
  title: { zh: '行风宣传教育和培训情况表', en: 'Education and training on conduct' },
  note: {
    zh: '只填次数和人次，不上传签到表、照片和心得体会。',
    en: 'Numbers only; no sign-in sheets, photos or essays.',
  },
  source: columnsProposed,
  fields: [
    part('education', '宣传教育', 'Education'),
    counted('ethics-sessions', '职业道德、职业纪律、职业责任教育次数', 'Ethics sessions', times, {
      source: fromClause('content-1-1', '深入开展职业道德、职业纪律、职业责任教育'),
    }),
    counted('warning-sessions', '警示教育次数', 'Warning education', times, {
      source: fromClause('step-1-3', '法制教育和警示教育'),
    }),
    field.yesNo(
      'nine-ten-rules',
      {
        zh: '“九不准”“十项不得”是否已融入医疗服务各环节的要求',
        en: 'Are the nine and ten prohibitions part of every step of service?',
      },
      { required: true, source: fromClause('step-1-2', '行业“九不准”“十项不得”规定') },
    ),
    part('training', '行风培训', 'Training'),
    counted('trainings', '行风建设培训次数', 'Trainings', times, {
      source: fromClause('content-1-2', '行风建设培训力度'),
    }),
    counted('attendances', '培训人次', 'Attendances', attendances),
    counted('file-trainings', '其中涉及“1+7”“1+4”文件的培训次数', 'Of these, on the files', times, {
      source: fromClause('content-4-1', '进一步加强对医务人员的培训、教育和考核'),
    }),
    told('models', '可宣传的正面典型（不写个人姓名）', 'Good examples (no personal names)', {
      maxLength: 500,
    }),
  ],
  checks: [
    check('file-trainings-tally', {
      assert: when.notMoreThanField('file-trainings', 'trainings'),
      missing: 'skip',
      at: 'file-trainings',
      message: {
        zh: '涉及两组文件的培训次数不能多于行风建设培训次数。',
        en: 'Not more trainings on the files than trainings in all.',
      },
    }),
    check('attendances-with-trainings', {
      when: when.is('trainings', 0),
      assert: when.is('attendances', 0),
      missing: 'skip',
      at: 'attendances',
      message: {
        zh: '培训次数为0时，培训人次应为0。',
        en: 'Without a training there are no attendances.',
      },
    }),
  ],
});
