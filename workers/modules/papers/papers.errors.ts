import { defineErrors } from '#workers/platform/http/problem.ts';

export const papersErrors = defineErrors({
  'papers.unknown_series': {
    status: 422,
    zh: '这份方案没有这个编号序列，请重新选择。',
    en: 'This campaign has no such series of numbers. Choose another.',
  },
  'papers.not_found': {
    status: 404,
    zh: '没有这个编号，请刷新页面。',
    en: 'There is no such number; reload the page.',
  },
  'papers.unknown_subject': {
    status: 422,
    zh: '没有找到所选的事项，或不在您的职责范围内。',
    en: 'The matter named is not there, or is outside your range.',
  },
  'papers.signed_later': {
    status: 422,
    zh: '签发日期不能晚于今天。签发以后才编号。',
    en: 'The day of signing cannot lie ahead: a number is given once a paper is signed.',
  },
  'papers.official_number_wanted': {
    status: 422,
    zh: '正式公文的文号由办公室编发，本系统不生成。请填写办公室编发的文号。',
    en: 'The office numbers official papers; this program never does. Type the number it gave.',
  },
  'papers.business_number_given': {
    status: 422,
    zh: '业务文书由本系统按序编号，不能自行填写。',
    en: 'Business papers are numbered here in order; a number cannot be typed in.',
  },
  'papers.number_of_another_series': {
    status: 422,
    zh: '文号应为“{example}”的样式，年份与签发日期一致。请核对。',
    en: 'The number should look like “{example}”, with the year of signing. Check it.',
  },
  'papers.number_taken': {
    status: 409,
    zh: '这个文号已经登记过，请核对。',
    en: 'This number is on record already. Check it.',
  },
  'papers.prefix_of_another_issuer': {
    status: 409,
    zh: '这个机关代字已由另一个发文机关使用。两个机关不能共用一个编号序列，请先修改方案。',
    en: 'Another issuing body numbers under this prefix. Two bodies never share a series; mend the campaign first.',
  },
  'papers.already_void': {
    status: 409,
    zh: '这个编号已经作废。作废的编号保留原位，不再使用。',
    en: 'This number is void already. It keeps its place and is not used again.',
  },
});
