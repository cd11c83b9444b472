import type { Task } from '#schema/contracts/campaign/task.ts';
import { nameOf, words, type CampaignRule } from '../problem.ts';

const turn = ({ recurs, rollUp }: Task) => JSON.stringify([recurs?.every, rollUp?.task]);

/** One unit asked for the same form by two tasks. Looked at only where the units are known. */
export const audienceTwice: CampaignRule = (campaign, { units }) => {
  if (!units) return [];
  const turns = new Map(campaign.tasks.map((task) => [task, turn(task)]));
  return campaign.tasks.flatMap((task, index) =>
    campaign.tasks.slice(0, index).flatMap((other) => {
      if (other.form !== task.form || turns.get(other) !== turns.get(task)) return [];
      const twice = units.inBoth(task.audience, other.audience);
      if (twice === 0) return [];
      return [
        {
          severity: 'warning' as const,
          code: 'audience.twice',
          path: `tasks/${task.key}/audience`,
          clause: task.clause,
          message: words(
            `“${nameOf(task)}”与“${nameOf(other)}”让${twice}家单位填同一张表两次`,
            `“${nameOf(task)}” and “${nameOf(other)}” ask ${twice} units for one form twice`,
          ),
          mend: words(
            '请缩小其中一项的报送范围，或合并为一项',
            'Narrow one of them, or make them one',
          ),
        },
      ];
    }),
  );
};
