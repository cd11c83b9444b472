import { defineErrors } from '#workers/platform/http/problem.ts';

export const bulletinsErrors = defineErrors({
  'bulletins.not_found': {
    status: 404,
    zh: '没有这份文稿，或不在您的职责范围内。',
    en: 'There is no such paper, or it is outside your range.',
  },
  'bulletins.part_not_found': {
    status: 404,
    zh: '这一段已被删除，请刷新后查看。',
    en: 'This part was deleted; reload the page.',
  },
  'bulletins.not_drafting': {
    status: 409,
    zh: '文稿已经送审或签发，内容不能再改；审签中的请先撤回。',
    en: 'It is submitted or signed and cannot be changed; withdraw the approval first.',
  },
  'bulletins.stale_part': {
    status: 412,
    zh: '这一段刚被“{post}”修改，请对照后再保存。',
    en: '“{post}” changed this part meanwhile. Compare, then save again.',
  },
  'bulletins.too_many_parts': {
    status: 409,
    zh: '一份文稿最多 {count} 段。',
    en: 'A paper has at most {count} parts.',
  },
  'bulletins.findings_open': {
    status: 409,
    zh: '有 {count} 处疑似个人姓名、证件号、电话或患者信息，请修改，或说明理由并确认后再送审。',
    en: '{count} places look like names or personal data: mend them, or confirm them with a reason.',
  },
  'bulletins.not_confirmable': {
    status: 409,
    zh: '身份证号、手机号不得出现在文稿中，不能确认保留，请删去。',
    en: 'Identity card and mobile numbers cannot stay; delete them.',
  },
  'bulletins.nothing_to_confirm': {
    status: 409,
    zh: '文稿中已没有这处内容，无须确认。',
    en: 'The text no longer holds this; there is nothing to confirm.',
  },
  'bulletins.nothing_written': {
    status: 409,
    zh: '文稿还没有正文，不能送审。',
    en: 'There is no text to submit yet.',
  },
  'bulletins.not_signed': {
    status: 409,
    zh: '还没有完成审签，不能登记文号。',
    en: 'The approval is not complete; the number cannot be registered.',
  },
  'bulletins.not_registered': {
    status: 409,
    zh: '请先登记签发信息，再分发。',
    en: 'Register the issue first, then send it.',
  },
  'bulletins.number_wanted': {
    status: 422,
    zh: '通报须填写办公室编发的文号。',
    en: 'A notice carries the number that the office gave it.',
  },
  'bulletins.number_taken': {
    status: 409,
    zh: '这个文号已经登记在另一份文稿上。',
    en: 'This number is registered on another paper.',
  },
  'bulletins.dates_wrong': {
    status: 422,
    zh: '印发日期不能早于签发日期，两个日期都不能晚于今天。',
    en: 'It cannot be printed before it is signed, and neither day lies ahead.',
  },
  'bulletins.no_recipient': {
    status: 409,
    zh: '所选范围内没有单位，请重新选择。',
    en: 'There is no unit in this selection.',
  },
});
