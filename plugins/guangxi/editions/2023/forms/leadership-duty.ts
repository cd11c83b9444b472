import { form, fromClause } from '#plugins/sdk/define.ts';
import { counted, part, times, told } from '#plugins/sdk/define/counted.ts';

export const leadershipDuty = form('leadership-duty', {
  title: { zh: '领导班子行风工作情况表', en: 'Leadership on conduct' },
  note: {
    zh: '只填次数和要点，不上传会议记录。',
    en: 'Numbers and main points; no minutes of meetings.',
  },
  source: fromClause('item-2', '领导班子要定期研究、安排、检查和报告行风建设工作情况'),
  fields: [
    part('counts', '四项情况', 'Four kinds'),
    counted('studied', '研究次数', 'Studied', times),
    counted('arranged', '安排次数', 'Arranged', times),
    counted('checked', '检查次数', 'Checked', times),
    counted('reported', '向上级报告次数', 'Reported upward', times),
    part('narrative', '工作情况', 'Narrative'),
    told('progress', '主要做法与成效', 'What was done', { required: true, maxLength: 1500 }),
    told('shortcomings', '存在问题和下步打算', 'Shortcomings and next steps', { required: true }),
  ],
});
