import { createVersionMovesRoutes } from '#workers/modules/campaigns/index.ts';
import { entryMover } from './usecases/move-entries.ts';

/** `/api/registers/version-moves`: entries of earlier versions, and the move to the one in force. */
export const createEntryMovesRoutes = () =>
  createVersionMovesRoutes(entryMover, {
    list: {
      zh: '仍按旧版方案办理的台账事项',
      en: 'Register entries that stand on earlier versions of a campaign',
    },
    plan: {
      zh: '台账事项移到现行版的影响测算（不改动任何内容）',
      en: 'What moving entries to the version in force would do: a dry run',
    },
    move: {
      zh: '把台账事项移到现行版（分步进行）',
      en: 'Move entries to the version in force, a step at a time',
    },
    takeBack: {
      zh: '撤回台账事项的移版，恢复移版前的内容（此后已办理的除外）',
      en: 'Take a move of entries back; what was handled since stays as it is',
    },
  });
