import { defineErrors } from '#workers/platform/http/problem.ts';

export const remindersErrors = defineErrors({
  'reminders.urged_meanwhile': {
    status: 409,
    zh: '其他人正在催办同一批单位，请稍后再试；已经催办的单位不会重复催办。',
    en: 'Others are urging the same units at this moment. Try again; nobody is urged twice.',
  },
  'reminders.rest_day': {
    status: 409,
    zh: '今天是休息日，不发送催办，请在工作日催办。',
    en: 'Today is a rest day; nobody is urged. Urge on a working day.',
  },
  'reminders.nothing_named': {
    status: 422,
    zh: '请选择催办哪份方案或哪个临时任务。',
    en: 'Say which campaign or which request is urged.',
  },
  'reminders.not_found': {
    status: 404,
    zh: '没有找到要催办的内容，请刷新页面。',
    en: 'What is to be urged is not there; reload the page.',
  },
  'reminders.no_channel': {
    status: 404,
    zh: '这个消息通道还没有设置。',
    en: 'This channel is not set up.',
  },
  'reminders.secret_wanted': {
    status: 422,
    zh: '请填写这个通道的口令或密钥。',
    en: 'Type the password or key of this channel.',
  },
  'reminders.other_kind': {
    status: 422,
    zh: '设置的内容与通道不符，请刷新页面。',
    en: 'The setup belongs to another channel; reload the page.',
  },
  'reminders.bad_contact': {
    status: 422,
    zh: '联系方式的格式不对，请核对。',
    en: 'This is no such address; check it.',
  },
  'reminders.no_contact': {
    status: 404,
    zh: '没有这个联系方式，请刷新页面。',
    en: 'There is no such contact; reload the page.',
  },
  'reminders.contact_wanted': {
    status: 422,
    zh: '请先填写这个通道需要的联系方式。',
    en: 'First enter the address that this channel needs.',
  },
  'reminders.not_offered': {
    status: 422,
    zh: '系统管理员没有开通这个通道。',
    en: 'The system administrator has not opened this channel.',
  },
  'reminders.unknown_person': {
    status: 404,
    zh: '没有这个账号，请刷新页面。',
    en: 'There is no such account; reload the page.',
  },
  'reminders.not_undelivered': {
    status: 404,
    zh: '没有这条未送达的消息，可能已经重新发送。',
    en: 'There is no such undelivered message; it may be on its way again.',
  },
});
