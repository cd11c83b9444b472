import { check, form, fromClause, when } from '#plugins/sdk/define.ts';
import { attendances, counted, part, people, times, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const trainingAndEducation = form('training-and-education', {
  title: {
    zh: '培训、廉政教育和下基层情况表',
    en: 'Training, integrity education, visits to wards',
  },
  note: {
    zh: '只填次数和人数，不上传签到表、照片和心得体会。',
    en: 'Numbers only; no sign-in sheets, photos or essays.',
  },
  source: columnsProposed,
  fields: [
    part('training', '行业作风培训', 'Conduct training'),
    counted('trainings', '培训次数', 'Trainings', times, {
      source: fromClause('measure-5-1', '做到全员培训'),
    }),
    counted('attendances', '培训人次', 'Attendances', attendances),
    counted('new-staff', '新进人员数', 'New staff', people),
    counted(
      'new-staff-trained',
      '已接受任职岗前培训的新进人员数',
      'New staff trained before taking up work',
      people,
      {
        source: fromClause('measure-5-1', '新进人员的任职岗前培训'),
      },
    ),
    part('integrity', '廉政教育', 'Integrity education'),
    counted('integrity-events', '廉政教育次数', 'Events', times, {
      source: fromClause('measure-1-2', '持续加强廉政教育力度'),
    }),
    part('visits', '下基层', 'Visits to the front line'),
    counted(
      'front-line-visits',
      '分管负责人和相关人员下基层、下一线次数',
      'Visits by deputies and staff',
      times,
      {
        source: fromClause('demand-1-1', '下到临床一线'),
      },
    ),
    told('problems-mended', '下基层发现并解决的主要问题', 'Main problems found and mended there', {
      visible: when.more('front-line-visits', 0),
      maxLength: 600,
    }),
  ],
  checks: [
    check('new-staff-tally', {
      assert: when.notMoreThanField('new-staff-trained', 'new-staff'),
      missing: 'skip',
      at: 'new-staff-trained',
      message: {
        zh: '已培训的新进人员数不能多于新进人员数。',
        en: 'Not more new staff can be trained than came.',
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
