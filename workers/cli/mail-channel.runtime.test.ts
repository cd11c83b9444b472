import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SmtpSettings } from '#workers/platform/messaging/smtp.channel.driver.ts';
import type { MailOrder } from '#workers/platform/messaging/testing/mail.fixtures.ts';
import {
  MAIL_PASSWORD,
  readMail,
  startMailServer,
} from '#workers/platform/messaging/testing/receiver.fixtures.ts';
import type { MailServer } from '#workers/platform/messaging/testing/receiver.fixtures.ts';
import { bundleTestWorker, startPlainWorkerd } from './supervisor/plain-workerd.fixtures.ts';
import { outwardService } from './supervisor/workerd-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'qingfeng-mail-'));
const closing: (() => Promise<void>)[] = [];
const servers: Partial<Record<SmtpSettings['security'], MailServer>> = {};
let open: string;
let shut: string;

function certify(): { key: string; cert: string } {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject],
    { stdio: 'ignore' },
  );
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

/** workerd as an installation starts it: what it may reach is the service that the config makes. */
async function startWith(addresses: string[], certificate: string): Promise<string> {
  const own = mkdtempSync(join(folder, 'run-'));
  const server = await startPlainWorkerd(own, {
    main: '../bundle/mail.fixtures.js',
    services: [outwardService({ addresses, certificates: [certificate] })],
    bindings: [],
  });
  closing.push(server.stop);
  return server.origin;
}

beforeAll(async () => {
  const pair = certify();
  servers.none = await startMailServer();
  servers.starttls = await startMailServer({ ...pair, disabledCommands: [] });
  servers.tls = await startMailServer({ ...pair, secure: true });
  await bundleTestWorker(folder, 'workers/platform/messaging/testing/mail.fixtures.ts');
  open = await startWith(['127.0.0.1/32'], pair.cert);
  shut = await startWith([], pair.cert);
}, 60_000);
afterAll(async () => {
  await Promise.all(closing.map((close) => close()));
  await Promise.all(Object.values(servers).map((server) => server.close()));
});

async function order(origin: string, security: SmtpSettings['security'], secret = MAIL_PASSWORD) {
  const port = servers[security]?.port ?? 0;
  const settings = { host: 'localhost', port, security, from: 'xf@wjw.example', username: 'q' };
  const message = {
    id: `dlv_${security}`,
    to: 'li@unit.example',
    title: '今天有3项待办',
    text: '逾期未报1件。',
    link: 'https://dong.example.org/messages',
    parameters: {},
  };
  const body: MailOrder = { hosts: `localhost:${port}`, settings, secret, message };
  const answer = await fetch(origin, { method: 'POST', body: JSON.stringify(body) });
  return `${answer.status} ${await answer.text()}`;
}

describe('the real runtime', () => {
  test.each(['none', 'starttls', 'tls'] as const)(
    'sends an e-mail to a mail server (%s) that arrives whole',
    async (security) => {
      expect(await order(open, security)).toMatch(/^200 250 .*kept/);
      const [mail] = servers[security]?.mails ?? [];
      if (mail === undefined) throw new Error('no mail arrived');
      expect(readMail(mail)).toMatchObject({ subject: '今天有3项待办' });
      expect(readMail(mail).text).toContain('逾期未报1件。');
    },
  );

  test('says so when the mail server does not take the password', async () => {
    expect(await order(open, 'tls', 'wrong')).toMatch(/^502 credentials/);
  });

  test('reaches nothing at all where the installation names no host', async () => {
    const before = servers.none?.mails.length;
    expect(await order(shut, 'none')).toMatch(/^502 unreachable/);
    expect(servers.none?.mails).toHaveLength(before ?? 0);
  });
});
