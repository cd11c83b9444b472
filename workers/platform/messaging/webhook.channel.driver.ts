import type { Clock } from '../clock.ts';
import { hmacHex } from '../crypto/hmac.driver.ts';
import { postJson } from './http-post.driver.ts';
import type { HttpPost } from './http-post.driver.ts';
import type { MessageChannel } from './message-channel.ts';

export type WebhookSettings = { readonly url: string };

/**
 * Signed JSON to a system of the tenant's own: `Qingfeng-Signature: v1=` HMAC-SHA256 of
 * `<Qingfeng-Timestamp>.<body>`; a receiver refuses what is older than five minutes.
 */
export function createWebhookChannel(
  post: HttpPost,
  { settings, secret, clock }: { settings: WebhookSettings; secret: string; clock: Clock },
): MessageChannel {
  return {
    async send({ id, to, title, text, link }) {
      const body = JSON.stringify({ id, to, title, text, link });
      const timestamp = String(Math.floor(clock.now() / 1000));
      const headers = {
        'qingfeng-delivery': id,
        'qingfeng-timestamp': timestamp,
        'qingfeng-signature': `v1=${await hmacHex(secret, `${timestamp}.${body}`)}`,
      };
      return (await postJson(post, { url: settings.url, body, headers })).slice(0, 200);
    },
  };
}
