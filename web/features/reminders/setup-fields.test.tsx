import { cleanup, fireEvent, screen, within } from '@solidjs/testing-library';
import { For, createSignal } from 'solid-js';
import { afterEach, describe, expect, test } from 'vitest';
import type { ChannelKind, ChannelSetup } from '#schema/contracts/reminders.ts';
import { showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { SetupFields, startSetup } from './setup-fields.component.tsx';

afterEach(cleanup);

const closed = { hasSecret: false, enabled: false, allowed: false, version: 0 };

function open(kind: ChannelKind): () => ChannelSetup {
  const [setup, setSetup] = createSignal<ChannelSetup>(startSetup({ kind, ...closed }));
  showAs('system-admin', () => <SetupFields setup={setup()} onWrite={setSetup} />);
  return setup;
}

describe('a channel that was never set up', () => {
  test.each(['robot', 'webhook', 'sms'] as const)('asks for the address of %s', (kind) => {
    const setup = open(kind);
    const field = screen.getByLabelText<HTMLInputElement>(/接口地址/);
    fireEvent.input(field, { target: { value: 'https://push.unit.example/in' } });
    expect(setup()).toMatchObject({ kind, url: 'https://push.unit.example/in' });
    expect(screen.getByLabelText(/接口地址/)).toBe(field);
  });

  test('has fields of its own beside those of the other channels', () => {
    const kinds = ['robot', 'webhook', 'sms'] as const;
    showAs('system-admin', () => (
      <For each={kinds}>
        {(kind) => (
          <section aria-label={kind}>
            <SetupFields setup={startSetup({ kind, ...closed })} onWrite={() => undefined} />
          </section>
        )}
      </For>
    ));
    for (const kind of kinds) {
      const section = within(screen.getByRole('region', { name: kind }));
      expect(section.getByLabelText(/接口地址/)).toBeTruthy();
    }
    const ids = [...document.querySelectorAll('input')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('asks for the host and the way of sealing a mail', () => {
    const setup = open('email');
    fireEvent.input(screen.getByLabelText(/邮件服务器/), {
      target: { value: 'smtp.unit.example' },
    });
    fireEvent.input(screen.getByLabelText(/端口/), { target: { value: '587x' } });
    expect(setup()).toMatchObject({ kind: 'email', host: 'smtp.unit.example', port: 587 });
  });
});
