import { field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { part, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const conductMechanism = form('conduct-mechanism', {
  title: { zh: '行风工作机制确认表', en: 'Conduct mechanism: yearly confirmation' },
  note: {
    zh: '只确认变化：上年已报内容可一次带入。只填岗位，不填姓名。',
    en: 'Confirm changes only. Posts, never names.',
  },
  source: columnsProposed,
  fields: [
    field.choice(
      'change',
      { zh: '与上年相比', en: 'Compared with last year' },
      { none: { zh: '无变化', en: 'No change' }, changed: { zh: '有变化', en: 'Changed' } },
      { required: true },
    ),
    part('responsibility', '责任', 'Responsibility'),
    field.post(
      'first-responsible',
      { zh: '第一责任人（岗位）', en: 'First responsible (post)' },
      {
        required: true,
        carry: true,
        source: fromClause('demand-2-1', '认真履行行风建设“第一责任人”的重任'),
      },
    ),
    field.post(
      'deputy',
      { zh: '分管领导（岗位）', en: 'Deputy in charge (post)' },
      { required: true, carry: true, source: fromClause('demand-1-2', '分管领导具体抓') },
    ),
    field.text(
      'department',
      { zh: '牵头科室（院内）', en: 'Department in charge' },
      { required: true, carry: true, maxLength: 60 },
    ),
    part('mechanism', '机制', 'Mechanism'),
    field.yesNo(
      'joint-mechanism',
      {
        zh: '是否已建立党委主导、院长负责、党务行政机构齐抓共管的工作机制',
        en: 'Is there a mechanism of party committee, director and offices together?',
      },
      {
        required: true,
        carry: true,
        source: fromClause('content-3-1', '党委主导、院长负责、党务行政机构齐抓共管'),
      },
    ),
    field.yesNo(
      'two-level',
      { zh: '是否实行院科两级管理', en: 'Management on two levels?' },
      { required: true, carry: true, source: fromClause('content-4-2', '医疗机构院科两级管理') },
    ),
    told('change-note', '变化情况说明', 'What changed', {
      visible: when.is('change', 'changed'),
      required: when.is('change', 'changed'),
      maxLength: 300,
    }),
  ],
});
