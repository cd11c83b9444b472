import { createVersionMovesRoutes } from '#workers/modules/campaigns/index.ts';
import { filingMover } from './usecases/move-filings.ts';

/** `/api/submissions/version-moves`: filings of earlier versions, and the move to the one in force. */
export const createFilingMovesRoutes = () =>
  createVersionMovesRoutes(filingMover, {
    list: {
      zh: '仍按旧版方案填报的报送件',
      en: 'Filings that stand on earlier versions of a campaign',
    },
    plan: {
      zh: '移到现行版的影响测算（不改动任何内容）',
      en: 'What moving filings to the version in force would do: a dry run',
    },
    move: {
      zh: '把报送件移到现行版（分步进行）',
      en: 'Move filings to the version in force, a step at a time',
    },
    takeBack: {
      zh: '撤回移版，恢复移版前的内容（此后已改动的除外）',
      en: 'Take a move back; what was worked on since stays as it is',
    },
  });
