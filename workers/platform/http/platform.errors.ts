import { defineErrors } from './problem.ts';

export const platformErrors = defineErrors({
  'internal.error': {
    status: 500,
    zh: '系统出现意外错误，请稍后重试；如反复出现，请将请求编号告知系统管理员。',
    en: 'Something went wrong. Try again; if it persists, give the request id to your administrator.',
  },
  'platform.route_not_found': {
    status: 404,
    zh: '没有这个地址，请从首页重新进入。',
    en: 'There is nothing at this address. Start again from the home page.',
  },
  'platform.method_not_allowed': {
    status: 405,
    zh: '这个地址不支持该操作。',
    en: 'This address does not support that method.',
  },
  'platform.invalid_input': {
    status: 422,
    zh: '有 {count} 处填写不符合要求，请按提示修改后再提交。',
    en: '{count} entries need attention. Correct them and submit again.',
  },
  'platform.malformed_json': {
    status: 400,
    zh: '提交的内容无法读取，请刷新页面后重试。',
    en: 'The request body is not readable JSON.',
  },
  'platform.body_too_large': {
    status: 413,
    zh: '提交的内容超过 {limit}，请分次提交或压缩附件。',
    en: 'The request body exceeds {limit}. Send less at once.',
  },
  'platform.bad_origin': {
    status: 403,
    zh: '请求来源与本站不一致，已拒绝。请从本站页面操作。',
    en: 'The request does not come from this site.',
  },
  'platform.rate_limited': {
    status: 429,
    zh: '操作过于频繁，请 {seconds} 秒后重试。',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  'platform.unauthenticated': {
    status: 401,
    zh: '请先登录；如已登录，可能登录已到期，请重新登录。',
    en: 'Sign in first; your session may have ended.',
  },
  'platform.forbidden': {
    status: 403,
    zh: '您的岗位没有此项权限。如工作需要，请联系本单位系统管理员。',
    en: 'Your post does not carry this permission.',
  },
  'platform.out_of_range': {
    status: 403,
    zh: '该单位或事项不在您的职责范围内。',
    en: 'This unit or matter is outside your range.',
  },
  'platform.recused': {
    status: 403,
    zh: '您与该单位存在回避情形，请转由其他人员办理。',
    en: 'You are recused from this unit. Pass it to a colleague.',
  },
  'platform.own_work': {
    status: 403,
    zh: '不能审核或评定本人办理的事项，请转由其他人员办理。',
    en: 'Nobody judges his own work. Pass it to a colleague.',
  },
  'platform.stale_version': {
    status: 412,
    zh: '此内容刚被他人修改，请查看最新内容后再保存。',
    en: 'Somebody changed this meanwhile. Look at the newest version and save again.',
  },
  'platform.precondition_required': {
    status: 428,
    zh: '缺少版本信息（If-Match），请刷新页面后重试。',
    en: 'If-Match with the version you saw is required.',
  },
  'platform.invalid_precondition': {
    status: 400,
    zh: '版本信息（If-Match）格式不正确，请刷新页面后重试。',
    en: 'If-Match must be the ETag you were given.',
  },
  'platform.invalid_idempotency_key': {
    status: 400,
    zh: '请求标识（Idempotency-Key）格式不正确，请刷新页面后重试。',
    en: 'Idempotency-Key must be 8 to 128 letters, digits, - or _.',
  },
  'platform.idempotency_mismatch': {
    status: 422,
    zh: '同一请求标识已用于另一项内容，请刷新页面后重试。',
    en: 'This Idempotency-Key was used for another request.',
  },
  'platform.invalid_cursor': {
    status: 400,
    zh: '翻页位置无效，请回到第一页。',
    en: 'The cursor is not valid. Start from the first page.',
  },
  'platform.conflict': {
    status: 409,
    zh: '与已有记录冲突，未保存。请核对后重试。',
    en: 'This conflicts with an existing record and was not saved.',
  },
  'platform.database_unavailable': {
    status: 503,
    zh: '数据服务暂时无法连接，您的内容未丢失，请稍后重试。',
    en: 'The database cannot be reached. Try again shortly.',
  },
  'platform.database_suspended': {
    status: 503,
    zh: '本站已暂停服务。',
    en: 'This site is suspended.',
  },
  'platform.schema_behind': {
    status: 503,
    zh: '系统正在升级，请稍后重试。',
    en: 'The system is being upgraded. Try again shortly.',
  },
});
