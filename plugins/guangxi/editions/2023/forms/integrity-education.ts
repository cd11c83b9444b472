import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { attendances, counted, part, people, times, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const integrityEducation = form('integrity-education', {
  title: { zh: '廉洁从医教育和“九项准则”知晓情况表', en: 'Integrity education and the nine rules' },
  note: {
    zh: '测试匿名进行，只报人数；不上传试卷、签到表和心得体会。',
    en: 'The quiz is anonymous; head counts only, no papers, sign-in sheets or essays.',
  },
  source: columnsProposed,
  fields: [
    part('training', '职业道德和法纪教育培训', 'Ethics and law'),
    counted('trainings', '培训次数', 'Trainings', times, {
      source: fromClause('item-6-1', '开展职业道德和法纪教育培训'),
    }),
    counted('attendances', '培训人次', 'Attendances', attendances),
    field.multipleChoice(
      'studied',
      { zh: '已组织学习的文件', en: 'Documents studied' },
      {
        'civil-code': { zh: '民法典', en: 'Civil Code' },
        'health-law': { zh: '基本医疗卫生与健康促进法', en: 'Basic Healthcare Law' },
        'doctors-law': { zh: '医师法', en: 'Doctors Law' },
        'nurses-rules': { zh: '护士条例', en: 'Nurses Regulations' },
        'nine-rules': { zh: '廉洁从业九项准则', en: 'Nine rules of integrity' },
        'regional-rules': {
          zh: '自治区医疗卫生机构及其工作人员廉洁从业规定',
          en: 'Integrity rules of the region',
        },
        'action-plan': {
          zh: '廉洁从业行动计划（2021-2024年）',
          en: 'Integrity action plan 2021–2024',
        },
      },
      { required: true, source: fromClause('item-6-1', '组织学习贯彻《民法典》') },
    ),
    part('quiz', '“九项准则”知晓率', 'Awareness of the nine rules'),
    counted('tested', '参加测试人数', 'Tested', people, {
      source: fromClause('item-6-2', '规定知晓率达到100%'),
    }),
    counted('aware', '达到合格线人数', 'At or above the pass mark', people),
    field.choice(
      'sample',
      { zh: '测试范围', en: 'Who was tested' },
      { everyone: { zh: '全员', en: 'Everyone' }, sample: { zh: '随机抽样', en: 'Random sample' } },
      { required: true },
    ),
    part('warning', '警示教育', 'Warning education'),
    counted('warning-sessions', '开展警示教育次数', 'Sessions held', times, {
      source: fromClause('item-7-2', '每年至少开展 1 次警示教育'),
    }),
    counted('warning-attendances', '警示教育人次', 'Attendances', attendances),
    told('warning-plan', '尚未开展的，说明安排在何时', 'If none yet, when it is planned', {
      visible: when.is('warning-sessions', 0),
      required: when.is('warning-sessions', 0),
      maxLength: 200,
    }),
  ],
  checks: [
    check('aware-tally', {
      assert: when.notMoreThanField('aware', 'tested'),
      missing: 'skip',
      at: 'aware',
      message: {
        zh: '达到合格线人数不能多于参加测试人数。',
        en: 'Not more can pass than were tested.',
      },
    }),
    check('warning-attendances', {
      when: when.is('warning-sessions', 0),
      assert: when.is('warning-attendances', 0),
      missing: 'skip',
      at: 'warning-attendances',
      message: {
        zh: '警示教育次数为0时，人次应为0。',
        en: 'Without a session there are no attendances.',
      },
    }),
  ],
});
