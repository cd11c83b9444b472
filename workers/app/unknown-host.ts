import type { Context } from 'hono';

type Words = { readonly lang: string; readonly title: string; readonly words: readonly string[] };

const chinese: Words = {
  lang: 'zh-CN',
  title: '没有找到这个网站',
  words: [
    '请核对网址是否完整、有无错字，特别是最前面的地区名称。',
    '如网址由同事或通知转来，请向发送人确认；也可查阅本单位上级主管部门的通知。',
  ],
};
const english: Words = {
  lang: 'en',
  title: 'There is no site at this address',
  words: [
    'Check that the address is complete and free of typing errors, above all its first word.',
    'If a colleague or a notice sent it to you, ask the sender to confirm it.',
  ],
};

/** A person who opened a page by its address, and not a program that calls the interface. */
export function wantsPage(c: Context): boolean {
  const { method, path } = c.req;
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (path.startsWith('/api/')) return false;
  return (c.req.header('accept') ?? '').toLowerCase().includes('text/html');
}

/** A page in nobody's colours: it names no commission, and repeats nothing of the address. */
export function answerUnknownHost(c: Context): Response {
  c.header('cache-control', 'no-store');
  c.header('vary', 'Accept');
  return c.html(page, 404);
}

const section = ({ lang, title, words }: Words) =>
  `<section lang="${lang}"><h1>${title}</h1>${words.map((line) => `<p>${line}</p>`).join('')}</section>`;

const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${chinese.title} · ${english.title}</title></head>
<body><main>${section(chinese)}<hr>${section(english)}</main></body></html>
`;
