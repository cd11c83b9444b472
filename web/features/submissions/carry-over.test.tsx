import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, expect, test } from 'vitest';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { useSession } from '#web/features/identity/session.ts';
import { CarryOver } from './carry-over.component.tsx';
import { createFiling } from './filing.ts';
import { serveAnswers, showAs } from './testing/page.fixtures.tsx';
import { makeDetail, morning } from './testing/submissions.fixtures.ts';

let restore: () => void = () => undefined;
afterEach(() => {
  cleanup();
  restore();
});

const asked = makeDetail();
const detail: SubmissionDetail = {
  ...asked,
  form: {
    ...asked.form,
    fields: asked.form.fields.map((field) =>
      field.kind === 'section' ? field : { ...field, carry: field.key !== 'found' },
    ),
  },
  previous: {
    label: 'once',
    campaignTitle: '2025年工作方案',
    isLastYear: true,
    answers: { found: 3, summary: '上年开展自查两次。', list: [{ id: 'row_1', what: '收费公示' }] },
  },
};

const open = (changes: Partial<SubmissionDetail> = {}) => {
  const given = { ...detail, ...changes };
  const Page = () => {
    const filing = createFiling(() => given, useSession());
    return <CarryOver filing={filing} />;
  };
  const server = serveAnswers({
    [`PATCH /api/submissions/${given.summary.id}/draft`]: () => ({
      body: { version: 2, savedAt: morning, answers: given.answers, revisions: {} },
    }),
  });
  restore = server.restore;
  showAs('hospital-clerk', () => <Page />);
  return server.sent;
};

test('last year is taken over in one act, as if typed, where the form is meant for it', async () => {
  const sent = open();
  fireEvent.click(screen.getByRole('button', { name: '带入上年内容（2 项）' }));
  expect(screen.queryByRole('button', { name: /^带入/u })).toBeNull();
  await waitFor(() => expect(JSON.stringify(sent)).toContain('上年开展自查两次。'));
  const words = JSON.stringify(sent);
  expect(words).toContain('收费公示');
  expect(words, 'a row of one’s own').not.toContain('row_1');
  expect(words, 'not what is counted anew').not.toContain('found');
});

test('what is filled in already is left, and without a year before there is nothing to take', () => {
  open({ answers: { summary: '本年已写。' } });
  expect(screen.getByRole('button', { name: '带入上年内容（1 项）' })).toBeTruthy();
  cleanup();
  restore();
  open({ previous: undefined });
  expect(screen.queryByRole('button', { name: /^带入/u })).toBeNull();
});
