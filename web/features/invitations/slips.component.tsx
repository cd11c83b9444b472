import { Show, createSignal } from 'solid-js';
import type { InvitationBatch, Slip } from '#schema/contracts/invitations.ts';
import { makeSlips, useBatchesChanged } from './batches.queries.ts';
import { MakeSlips } from './make-slips.component.tsx';
import { SlipSheets } from './slip-sheets.component.tsx';

/** 告知单: made for everybody who has no link yet, or anew for all; shown and printed once. */
export const BatchSlips = (props: { batch: InvitationBatch }) => {
  const [slips, setSlips] = createSignal<readonly Slip[]>();
  const [made, setMade] = createSignal<number>();
  const [failure, setFailure] = createSignal<unknown>();
  const changed = useBatchesChanged();
  const make = async (again: boolean) => {
    setFailure(undefined);
    setMade(0);
    try {
      setSlips(await makeSlips(props.batch.id, again, setMade));
    } catch (error) {
      setFailure(error);
    } finally {
      setMade(undefined);
    }
  };
  const close = () => {
    setSlips(undefined);
    void changed();
  };
  return (
    <Show
      when={slips()}
      fallback={
        <MakeSlips
          batch={props.batch}
          made={made()}
          failure={failure()}
          onMake={(again) => void make(again)}
        />
      }
    >
      {(list) => <SlipSheets slips={list()} onClose={close} />}
    </Show>
  );
};
