import { membersOf, postJson } from './http-post.driver.ts';
import type { HttpPost } from './http-post.driver.ts';
import { DeliveryError } from './message-channel.ts';
import type { MessageChannel, OutgoingMessage } from './message-channel.ts';

export type RobotSettings = { readonly url: string };

/** The chat takes 4,096 bytes of a markdown message. */
const MAX_BYTES = 4_000;

/**
 * A robot of 企业微信 or of a private 政务微信, which speaks the same protocol at its own address. It
 * writes into its group and names the person it is for.
 */
export function createRobotChannel(
  post: HttpPost,
  { settings, secret }: { settings: RobotSettings; secret: string },
): MessageChannel {
  return {
    async send(message) {
      const url = new URL(settings.url);
      url.searchParams.set('key', secret);
      const body = JSON.stringify({
        msgtype: 'markdown',
        markdown: { content: contentOf(message) },
      });
      const answer = await postJson(post, { url: url.href, body });
      const { errcode, errmsg } = membersOf(answer);
      if (errcode !== 0) throw new DeliveryError('rejected', JSON.stringify({ errcode, errmsg }));
      return typeof errmsg === 'string' ? errmsg : 'ok';
    },
  };
}

function contentOf({ to, title, text, link }: OutgoingMessage): string {
  const head = `<@${plain(to)}> **${plain(title)}**\n`;
  const foot = `\n[${plain(link)}](${plain(link)})`;
  const room = MAX_BYTES - byteLength(head) - byteLength(foot);
  return `${head}${cut(plain(text), room)}${foot}`;
}

/** Brackets and stars would be read as marks or as another person's name. */
function plain(text: string): string {
  return text.replaceAll(/[<>[\]()*`]/g, ' ');
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

function cut(text: string, bytes: number): string {
  if (byteLength(text) <= bytes) return text;
  let kept = '';
  let used = 3;
  for (const character of text) {
    used += byteLength(character);
    if (used > bytes) break;
    kept += character;
  }
  return `${kept}…`;
}
