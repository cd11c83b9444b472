import { textIn } from '#schema/contracts/campaign/text.ts';
import { formatTable, inWords } from '../terminal.ts';
import type { AddedTenant } from './add-tenant.ts';

/** The address of the new region and its first passwords; they are kept nowhere. */
export function printAddition(
  { slug, names, title, accounts }: AddedTenant,
  origin: string,
): string {
  const zh = textIn(names.full, 'zh-CN').value;
  const en = textIn(names.full, 'en').value;
  const draft = title === '' ? [] : [inWords({ zh: `方案草稿：${title}`, en: `draft: ${title}` })];
  if (accounts.length === 0) {
    const would = inWords({ zh: `将开通 ${zh}（${slug}）`, en: `would open ${en} (${slug})` });
    return [would, ...draft].join('\n');
  }
  const port = origin === '' ? '' : `:${new URL(origin).port}`;
  const address = `http://${slug}.localhost${port}`;
  const heading = inWords({
    zh: '用户名,岗位,首次登录口令,首次登录链接',
    en: 'user name,post,first password,first sign-in link',
  });
  return [
    inWords({ zh: `已开通 ${zh}：${address}`, en: `${en} is on the air: ${address}` }),
    ...draft,
    '',
    formatTable([
      heading.split(','),
      ...accounts.map(({ username, post, password }) => [
        username,
        post,
        password,
        `${address}/sign-in#first=${username}:${password}`,
      ]),
    ]),
    '',
    inWords({
      zh: '口令和链接只显示这一次，首次登录后须更换。请分别交给各岗位本人。',
      en: 'Passwords and links are shown this once and must be changed at the first sign-in. Hand each to its own person.',
    }),
  ].join('\n');
}
