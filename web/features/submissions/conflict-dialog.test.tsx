import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { FieldConflict } from '#schema/contracts/submissions.ts';
import { ConflictDialog } from './conflict-dialog.component.tsx';
import { makeDetail, morning } from './testing/submissions.fixtures.ts';

afterEach(cleanup);

const show = (conflicts: FieldConflict[]) => {
  const chosen: [string, string][] = [];
  render(() => (
    <ConflictDialog
      open
      conflicts={conflicts}
      form={makeDetail().form}
      answers={{ list: [{ id: 'r1', what: '排队' }] }}
      nameOf={() => undefined}
      onChoose={(path, choice) => chosen.push([path, choice])}
      onClose={() => undefined}
    />
  ));
  return chosen;
};

describe('a field that two people changed', () => {
  test('shows both values, and who by post and when', () => {
    show([
      {
        path: 'found',
        yours: 36,
        theirs: 40,
        theirRevision: 2,
        theirPost: '行风办填报岗（协办）',
        at: morning,
      },
    ]);
    const part = screen.getByRole('region', { name: '发现问题数' });
    expect(part.textContent).toContain('您填的36');
    expect(part.textContent).toContain('行风办填报岗（协办），7月8日 10:0040');
  });

  test('each is decided on its own', () => {
    const conflict = (path: string): FieldConflict => ({
      path,
      yours: '甲',
      theirs: '乙',
      theirRevision: 1,
    });
    const chosen = show([conflict('summary'), conflict('list/r1/what')]);
    const cell = screen.getByRole('region', { name: '问题清单 第1行 问题' });
    fireEvent.click(within(cell).getByRole('button', { name: /用对方填的/ }));
    const field = screen.getByRole('region', { name: '自查情况' });
    fireEvent.click(within(field).getByRole('button', { name: /用我填的/ }));
    expect(chosen).toEqual([
      ['list/r1/what', 'theirs'],
      ['summary', 'mine'],
    ]);
  });

  test('a row taken away by the other is said to be taken away', () => {
    show([{ path: 'list/r1', yours: { id: 'r1', what: '排队' }, theirRevision: 3 }]);
    const part = screen.getByRole('region', { name: '问题清单 第1行' });
    expect(part.textContent).toContain('问题：排队');
    expect(part.textContent).toContain('已移除这一行');
  });
});
