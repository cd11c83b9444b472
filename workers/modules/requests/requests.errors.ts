import { defineErrors } from '#workers/platform/http/problem.ts';

export const requestsErrors = defineErrors({
  'requests.not_found': {
    status: 404,
    zh: '没有这项临时任务，或不在您的职责范围内。',
    en: 'There is no such request, or it is outside your range.',
  },
  'requests.reply_not_found': {
    status: 404,
    zh: '没有这件回复，或不在您的职责范围内。',
    en: 'There is no such reply, or it is outside your range.',
  },
  'requests.not_drafting': {
    status: 409,
    zh: '本件已经提交审签或下发，内容不能再改；审签中的请先撤回。',
    en: 'It is submitted or issued and cannot be changed; withdraw the approval first.',
  },
  'requests.has_errors': {
    status: 422,
    zh: '还有 {count} 处错误，请修改后再提交审签。',
    en: '{count} errors have to be mended before it is submitted.',
  },
  'requests.warnings_open': {
    status: 409,
    zh: '有 {count} 处提醒，请修改，或确认知悉后再提交。',
    en: '{count} warnings want a decision: mend them, or acknowledge them.',
  },
  'requests.over_ceiling': {
    status: 409,
    zh: '{classes}全年负担超过本级上限，须增加会签环节，经第二人签署后方可下发。',
    en: 'The year’s burden of {classes} exceeds the ceiling; a countersignature is needed.',
  },
  'requests.not_signed': {
    status: 409,
    zh: '还没有完成审签，不能下发。',
    en: 'The approval is not complete; it cannot be issued.',
  },
  'requests.not_issued': {
    status: 409,
    zh: '本件没有下发，或已经办结、终止，不能再办理这一步。',
    en: 'It is not issued, or it is closed or cancelled; this cannot be done any more.',
  },
  'requests.not_ending': {
    status: 409,
    zh: '本件已经办结或终止。',
    en: 'It is closed or cancelled already.',
  },
  'requests.nothing_to_extend': {
    status: 409,
    zh: '没有可延期的回复：已报送、已免报，或截止时间已过（之后按逾期报送办理），或新时间不晚于现在的截止时间。',
    en: 'Nothing can be extended: it is filed, excused or past its due moment, or the new one is not later.',
  },
  'requests.nothing_to_excuse': {
    status: 409,
    zh: '没有可免报的回复：已经报送，或已免报。',
    en: 'Nothing can be excused: it is filed, or excused already.',
  },
  'requests.unknown_act': {
    status: 404,
    zh: '没有这项办理记录，请刷新页面。',
    en: 'There is no such act; reload the page.',
  },
  'requests.not_withdrawable': {
    status: 409,
    zh: '这项办理不能撤回：已经撤回过，或撤回后原截止时间已过。',
    en: 'It cannot be withdrawn: it is withdrawn already, or the due moment before it has passed.',
  },
  'requests.not_editable': {
    status: 409,
    zh: '本件已经报送、审核通过或免报，不能修改。',
    en: 'It is filed, accepted or excused and cannot be changed.',
  },
  'requests.incomplete': {
    status: 422,
    zh: '还有 {count} 处需要填写或修改，请逐项处理后再报送。',
    en: '{count} fields still need attention. Mend them and file again.',
  },
  'requests.no_nil_reply': {
    status: 409,
    zh: '这项任务不能零报告，请填写办理情况。',
    en: 'This request takes no nil reply; say what was done.',
  },
  'requests.not_a_scan': {
    status: 422,
    zh: '这里要上传签字盖章后的扫描件：PDF、OFD 或图片。',
    en: 'This must be a scan of the signed and stamped paper: PDF, OFD or a picture.',
  },
  'requests.not_filed': {
    status: 409,
    zh: '本件不在待审状态，不能审核。',
    en: 'It does not wait for a decision.',
  },
  'requests.returned_before': {
    status: 409,
    zh: '本件已经退回过一次，应一次性列明；这次列出的 {count} 处上次没有指出，不能再以此退回。',
    en: 'It was returned once with everything listed; {count} points are new and cannot be a reason now.',
  },
  'requests.no_receipt': {
    status: 404,
    zh: '本件还没有报送，没有回执。',
    en: 'It has not been filed, so there is no receipt.',
  },
  'requests.asked_after_expiry': {
    status: 409,
    zh: '截止时间已过，不能再申请延期；请尽快报送，按逾期报送办理。',
    en: 'The due moment has passed; more time cannot be asked for. File as soon as possible.',
  },
  'requests.asked_not_later': {
    status: 422,
    zh: '申请的时间应晚于现在的截止时间，请重新填写。',
    en: 'The time asked for must be later than the due moment.',
  },
  'requests.already_asked': {
    status: 409,
    zh: '已经申请延期，请等发文单位答复。',
    en: 'More time is asked for already; wait for the answer.',
  },
  'requests.no_ask': {
    status: 404,
    zh: '没有这项申请，请刷新页面。',
    en: 'There is no such application; reload the page.',
  },
  'requests.already_decided': {
    status: 409,
    zh: '这项申请已经答复，或本件已经报送、免报。',
    en: 'It has been decided, or the reply is filed or excused.',
  },
});
