import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import type { SecretBox } from '#workers/platform/crypto/secret-box.driver.ts';
import type { Outward } from '#workers/platform/messaging/open-channel.ts';

/** What messages of one tenant leave with: its box for secrets, its part of the network, its site. */
export type Messaging = {
  readonly box: SecretBox;
  readonly outward: Outward;
  readonly siteUrl: string;
};

export type RemindersEnv = {
  Variables: TenantEnv['Variables'] & { messaging: Messaging };
};
