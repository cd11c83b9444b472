import { defineErrors } from '#workers/platform/http/problem.ts';

export const evidenceErrors = defineErrors({
  'evidence.unsupported_format': {
    status: 415,
    zh: '不支持这种文件。请上传 PDF、OFD、Word、Excel、WPS 文字或表格、JPG、PNG、HEIC 文件。',
    en: 'This kind of file is not accepted. Use PDF, OFD, Word, Excel, WPS, JPG, PNG or HEIC.',
  },
  'evidence.content_differs': {
    status: 415,
    zh: '文件内容与扩展名“{extension}”不符（内容是 {found}）。请核对后重新上传，不要直接改扩展名。',
    en: 'The content ({found}) does not match the extension “{extension}”. Check the file and upload it again.',
  },
  'evidence.too_large': {
    status: 413,
    zh: '文件超过 {limit} MB。请降低扫描分辨率（黑白 200 dpi 即可）或拆成几个文件上传。',
    en: 'The file exceeds {limit} MB. Scan at a lower resolution or split it.',
  },
  'evidence.empty': {
    status: 422,
    zh: '文件是空的，请重新选择。',
    en: 'The file is empty. Choose another one.',
  },
  'evidence.length_required': {
    status: 411,
    zh: '无法得知文件大小，请重新选择文件后上传。',
    en: 'Content-Length is required.',
  },
  'evidence.broken_upload': {
    status: 422,
    zh: '上传中断，文件不完整，没有保存。请重新上传。',
    en: 'The upload broke off and nothing was kept. Upload the file again.',
  },
  'evidence.not_found': {
    status: 404,
    zh: '没有这份佐证材料，或您无权查看。',
    en: 'There is no such evidence, or it is not yours to see.',
  },
});
