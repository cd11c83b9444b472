import { countProblems } from '#plugins/sdk/check/check-campaign.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { checkPack } from '#plugins/sdk/packs/check-pack.ts';
import { commonIndicatorCatalogue } from '#schema/contracts/common-indicators.ts';
import { inWords } from '../terminal.ts';
import { printProblem, requirePack } from './read-file.ts';

/** Everything the reading and the 一致性检查 find; sound when nothing keeps it from publication. */
export async function checkFile(path: string): Promise<{ isSound: boolean; lines: string[] }> {
  const reading = await requirePack(path);
  const problems = checkPack(reading, {
    calendar: officialCalendar,
    commonIndicators: commonIndicatorCatalogue,
  });
  const { error, warning, hint } = countProblems(
    problems.map((problem) => ({ ...problem, path: problem.path })),
  );
  const { campaign, region } = reading.pack;
  return {
    isSound: error === 0,
    lines: [
      ...problems.map((problem) => printProblem(path, problem)),
      inWords({
        zh: `${region.slug} · ${campaign.title}：${error} 错误、${warning} 提醒、${hint} 提示`,
        en: `${region.slug} · ${campaign.title}: ${error} errors, ${warning} warnings, ${hint} hints`,
      }),
      `contentHash ${reading.contentHash}`,
    ],
  };
}
