import type { EntryDetail, EntryMoved } from '#schema/contracts/registers.ts';
import { createCommand } from '#web/shared/command.ts';
import { handOverPath } from './entry.presenter.ts';

export type HandOverProps = { found: EntryDetail; onDone: () => void };
export type HandOverAct = 'hand-over' | 'receipt' | 'hand-back' | 'withdrawal';

/** One act of a hand-over, sent for the version that is on the screen. */
export function createAct<Body>(props: HandOverProps, act: HandOverAct) {
  const command = createCommand<Body, EntryMoved>((body) => ({
    method: 'POST',
    path: handOverPath(props.found, act),
    ifMatch: `"${props.found.summary.version}"`,
    body,
  }));
  const send = async (body: Body) => {
    if (await command.attempt(body)) props.onDone();
  };
  return { command, send };
}
