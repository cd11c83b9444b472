import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { checkCampaign, type CheckOptions } from '../check/check-campaign.ts';
import { lineAt, type Place } from './place.ts';
import { pointerOf, type PackProblem } from './problem.ts';

type Keyed = { key?: string; common?: string };

/** `tasks/summary/due` of the checker, as the names that lead there in the file. */
export function namesInFile(campaign: Campaign, path: string): string[] {
  const names = ['campaign'];
  let value: unknown = campaign;
  for (const part of path.split('/')) {
    const fields: unknown = Object(value).fields;
    if (!Array.isArray(value) && !(part in Object(value)) && Array.isArray(fields)) {
      names.push('fields');
      value = fields;
    }
    if (Array.isArray(value)) {
      const index = (value as Keyed[]).findIndex(({ key, common }) => (key ?? common) === part);
      if (index < 0) break;
      names.push(String(index));
      value = value[index];
    } else if (Object.hasOwn(Object(value), part)) {
      names.push(part);
      value = (value as Record<string, unknown>)[part];
    } else break;
  }
  return names;
}

/** 一致性检查 of the campaign in a file, each finding with its line. */
export function checkPack(
  { pack, place }: { pack: { campaign: Campaign }; place: Place },
  options: CheckOptions,
): PackProblem[] {
  return checkCampaign(pack.campaign, options).map(({ severity, code, path, message, mend }) => {
    const names = namesInFile(pack.campaign, path);
    return { severity, code, path: pointerOf(names), line: lineAt(place, names), message, mend };
  });
}
