import { describeAudience } from '../../audience/describe-audience.ts';
import { nameOf, words, type CampaignRule } from '../problem.ts';

/** A task that nobody has to do. Looked at only where the units are known. */
export const emptyAudience: CampaignRule = (campaign, { units }) =>
  campaign.tasks
    .filter((task) => units?.of(task.audience).size === 0)
    .map((task) => ({
      severity: 'warning' as const,
      code: 'audience.nobody',
      path: `tasks/${task.key}/audience`,
      clause: task.clause,
      message: words(
        `“${nameOf(task)}”的报送范围（${describeAudience(task.audience)}）内没有单位`,
        `Nobody is meant by “${nameOf(task)}” (${describeAudience(task.audience, 'en')})`,
      ),
      mend: words('请核对单位类别、级别和隶属关系', 'Check kind, level and relation of the units'),
    }));
