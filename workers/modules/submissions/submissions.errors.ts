import { defineErrors } from '#workers/platform/http/problem.ts';

export const submissionsErrors = defineErrors({
  'submissions.not_found': {
    status: 404,
    zh: '没有这个报送件，或不在您的职责范围内。',
    en: 'There is no such filing, or it is outside your range.',
  },
  'submissions.field_conflict': {
    status: 412,
    zh: '有 {count} 处刚被他人修改。请比较两个值，选定后再保存；其余内容没有改动。',
    en: '{count} fields were changed by somebody else. Compare, choose, and save again; nothing else was touched.',
  },
  'submissions.incomplete': {
    status: 422,
    zh: '还有 {count} 处需要填写或修改，请逐项处理后再提交。',
    en: '{count} fields still need attention. Mend them and try again.',
  },
  'submissions.not_editable': {
    status: 409,
    zh: '本件现在是“{state}”，不能修改内容。{remedy}',
    en: 'This filing is “{state}” and cannot be changed. {remedy}',
  },
  'submissions.not_a_scan': {
    status: 422,
    zh: '这里要上传签字盖章后的扫描件：PDF、OFD 或图片。',
    en: 'This must be a scan of the signed and stamped paper: PDF, OFD or a picture.',
  },
  'submissions.not_signed': {
    status: 409,
    zh: '本件还没有完成审签，或审签后内容有改动。请先完成院内审签。',
    en: 'The sign-off is not complete, or the content changed after it. Complete the sign-off first.',
  },
  'submissions.no_nil_return': {
    status: 409,
    zh: '这项任务不能零报告，请按表填报。',
    en: 'This task takes no nil return; fill in the form.',
  },
  'submissions.not_extendable': {
    status: 409,
    zh: '本件已经报送或免报，不需要延期。',
    en: 'This filing has arrived or is exempt; there is nothing to extend.',
  },
  'submissions.extension_not_later': {
    status: 422,
    zh: '延期日期应晚于现在的截止日期 {dueOn}，请重新填写。',
    en: 'The new date must be later than {dueOn}.',
  },
  'submissions.extension_after_expiry': {
    status: 409,
    zh: '原截止日期 {dueOn} 已过，不能再延期；请按逾期报送办理。',
    en: 'The due day {dueOn} has passed; it cannot be extended any more.',
  },
  'submissions.not_exemptable': {
    status: 409,
    zh: '本件已经报送，不能再免报。',
    en: 'This filing has arrived and cannot be exempted.',
  },
  'submissions.no_paper_expected': {
    status: 409,
    zh: '这项任务不要求报送纸质件，或纸质件已经登记。',
    en: 'No paper is expected here, or it is registered already.',
  },
  'submissions.paper_not_yet': {
    status: 422,
    zh: '收到日期不能晚于今天，请按实际收到的日期登记。',
    en: 'The day of arrival cannot lie ahead. Register the day the paper came.',
  },
  'submissions.unknown_deliverable': {
    status: 404,
    zh: '材料清单中没有这一项，请刷新页面。',
    en: 'There is no such item in the list of materials; reload the page.',
  },
  'submissions.no_receipt': {
    status: 404,
    zh: '本件还没有报送，没有回执。',
    en: 'This filing has not been filed, so there is no receipt.',
  },
  'submissions.no_roll_up': {
    status: 404,
    zh: '这项任务不汇总下级单位的报送。',
    en: 'This task adds up no filings of units below.',
  },
  'submissions.roll_up_differs': {
    status: 422,
    zh: '有 {count} 个数与汇总数不一致。请更新汇总数，或逐项填写调整原因后再提交；已审签的请先撤回审签。',
    en: '{count} figures differ from their sums. Take the sums or give a reason for each; withdraw the sign-off first where there is one.',
  },
  'submissions.unknown_figure': {
    status: 422,
    zh: '有 {count} 个调整数不在本表的汇总项中，请刷新页面。',
    en: '{count} adjusted figures are none of the sums of this form; reload the page.',
  },
  'submissions.nothing_to_correct': {
    status: 409,
    zh: '只有审核通过的报送件可以申请更正；还没有审核的，请联系受理科室退回修改。',
    en: 'Only what was accepted can be corrected; ask the office to return what it has not decided on.',
  },
  'submissions.already_asked': {
    status: 409,
    zh: '同样的申请已经提出，请等受理科室答复。',
    en: 'The same has been asked for already; wait for the answer.',
  },
  'submissions.no_application': {
    status: 404,
    zh: '没有这项申请，请刷新页面。',
    en: 'There is no such application; reload the page.',
  },
  'submissions.already_decided': {
    status: 409,
    zh: '这项申请已经答复，请刷新页面。',
    en: 'This application has been decided; reload the page.',
  },
  'submissions.nothing_to_claim': {
    status: 409,
    zh: '本件不是代报，或已经认领。认领由填报单位办理。',
    en: 'This was not filed on behalf of the unit, or is claimed already. The unit itself claims.',
  },
});
