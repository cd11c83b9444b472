import { membersOf, postJson } from './http-post.driver.ts';
import type { HttpPost } from './http-post.driver.ts';
import { DeliveryError } from './message-channel.ts';
import type { MessageChannel } from './message-channel.ts';

export type SmsSettings = {
  readonly url: string;
  readonly templateId: string;
  readonly signName?: string | undefined;
  /** The member of the gateway's answer that says it went well, and what it then holds. */
  readonly successField?: string | undefined;
  readonly successValue?: string | undefined;
};

/** The tenant's own gateway: a template registered there, and its parameters; no text of ours. */
export function createSmsChannel(
  post: HttpPost,
  { settings, secret }: { settings: SmsSettings; secret: string },
): MessageChannel {
  return {
    async send({ id, to, parameters }) {
      const { url, templateId, signName, successField, successValue } = settings;
      const body = JSON.stringify({ id, phone: to, templateId, signName, parameters });
      const headers = { authorization: `Bearer ${secret}` };
      const answer = await postJson(post, { url, body, headers });
      if (successField !== undefined) {
        const said = String(membersOf(answer)[successField]);
        if (said !== (successValue ?? '0')) {
          throw new DeliveryError('rejected', `${successField}: ${said}`);
        }
      }
      return answer.slice(0, 200);
    },
  };
}
