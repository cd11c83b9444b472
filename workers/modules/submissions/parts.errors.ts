import { defineErrors } from '#workers/platform/http/problem.ts';

export const partsErrors = defineErrors({
  'submissions.part_not_found': {
    status: 404,
    zh: '没有这个分给科室的部分，请刷新页面。',
    en: 'There is no such part; reload the page.',
  },
  'submissions.part_unhandable': {
    status: 422,
    zh: '有 {count} 个字段不能分给科室：附件由填报人上传，自动取数和计算的字段不需要填写。',
    en: '{count} fields cannot be given to a department: files are uploaded by the clerk, and what is computed or taken over is not asked.',
  },
  'submissions.part_already_out': {
    status: 409,
    zh: '所选字段中有的已经分给{departments}。请先收回或并入，再重新分发。',
    en: 'Some of these fields are with {departments} already. Take them back or merge them first.',
  },
  'submissions.part_due_wrong': {
    status: 422,
    zh: '科室的完成日期应在今天至报送截止日期之间，请重新选择。',
    en: 'The day for the department lies between today and the due day of the filing. Choose again.',
  },
  'submissions.part_too_many': {
    status: 409,
    zh: '还没有并入的部分已有 {count} 个，请先并入或收回。',
    en: '{count} parts are out already. Merge or take back some first.',
  },
  'submissions.parts_out': {
    status: 409,
    zh: '{departments}填写的部分还没有并入。请先并入或收回，再审签。',
    en: 'Parts are still with {departments} or not merged. Merge or take them back before the sign-off.',
  },
  'submissions.part_not_back': {
    status: 409,
    zh: '科室还没有交回，不能并入。',
    en: 'The department has not handed it in yet.',
  },
  'submissions.part_closed': {
    status: 409,
    zh: '这个部分已经并入或收回。',
    en: 'This part was merged or taken back already.',
  },
  'submissions.part_link_dead': {
    status: 404,
    zh: '链接无效、已过有效期或已收回。请与本单位填报人联系。',
    en: 'This link is wrong, has expired or was taken back. Ask the clerk of your unit.',
  },
  'submissions.part_handed_in': {
    status: 409,
    zh: '已经交回，不能再改。需要修改请与本单位填报人联系。',
    en: 'This was handed in and cannot be changed. Ask the clerk of your unit.',
  },
});
