import * as v from 'valibot';
import { languageVersion } from '#schema/contracts/campaign/campaign.ts';
import { PackSchema, packVersion, reservedSlugs, type Pack } from '#schema/contracts/pack.ts';
import { words, type Wording } from '../check/problem.ts';
import { brokenBounds, tooManyParts } from './bounds.ts';
import { hashPack } from './hash-pack.ts';
import { packLimits } from './limits.ts';
import { lineAt, type Place } from './place.ts';
import { pointerOf, type PackProblem } from './problem.ts';
import { scanJson } from './scan.ts';
import { shapeProblems, unknownEntry } from './shape-problems.ts';
import { unsafeText } from './unsafe-texts.ts';
import { textsIn, unknownEntries } from './walk.ts';

export type PackReading =
  | { ok: true; pack: Pack; place: Place; contentHash: string }
  | { ok: false; problems: PackProblem[] };

type Found = { names: readonly string[]; code: string; message: Wording; mend: Wording };

function refuseFile(code: string, message: Wording, mend: Wording): PackReading {
  return { ok: false, problems: [{ severity: 'error', code, path: '', line: 1, message, mend }] };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A file of a newer program says so; everything else about it would mislead. */
function wrongVersion(value: unknown): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  const { packVersion: pack, campaign } = value as Record<string, unknown>;
  const language =
    typeof campaign === 'object' && campaign !== null && 'languageVersion' in campaign
      ? campaign.languageVersion
      : undefined;
  const compare = (names: string[], found: unknown, known: number): Found[] =>
    typeof found !== 'number' || found === known
      ? []
      : [
          {
            names,
            code: 'pack.version',
            message: words(
              `版本 ${found}，本程序只认识版本 ${known}`,
              `Version ${found}; this program knows version ${known}`,
            ),
            mend: words('请升级本程序，或请对方导出这一版本', 'Upgrade, or ask for this version'),
          },
        ];
  return [
    ...compare(['packVersion'], pack, packVersion),
    ...compare(['campaign', 'languageVersion'], language, languageVersion),
  ];
}

function unsafeTexts(value: unknown): Found[] {
  const found: Found[] = [];
  for (const { names, text } of textsIn(value)) {
    const unsafe = unsafeText(text);
    if (unsafe) found.push({ names, ...unsafe });
    if (found.length >= packLimits.problems) break;
  }
  return found;
}

function strangers(value: unknown, pack: Pack): Found[] {
  const found: Found[] = [];
  for (const names of unknownEntries(value, pack)) {
    found.push(unknownEntry(names));
    if (found.length >= packLimits.problems) break;
  }
  return found;
}

function reservedName({ region }: Pack): Found[] {
  if (!reservedSlugs.includes(region.slug)) return [];
  return [
    {
      names: ['region', 'slug'],
      code: 'pack.reserved-name',
      message: words(
        `代号“${region.slug}”由程序自己使用`,
        `The slug “${region.slug}” belongs to the program itself`,
      ),
      mend: words(
        '请换一个代号，通常用地名的拼音',
        'Choose another, usually the name of the place',
      ),
    },
  ];
}

function wrongHash(pack: Pack, contentHash: string): Found[] {
  if (pack.contentHash === undefined || pack.contentHash === contentHash) return [];
  return [
    {
      names: ['contentHash'],
      code: 'pack.hash',
      message: words(
        '内容与导出时不一致：文件被改动过或没有传完整',
        'The content is not what was exported: the file was changed or cut off',
      ),
      mend: words(
        `请重新取得原文件；如系自行修改，请删去 contentHash 或改为 ${contentHash}`,
        `Get the file again; if you changed it yourself, drop contentHash or write ${contentHash}`,
      ),
    },
  ];
}

/** The checks in their order; those behind need what those before have made sure of. */
async function judge(value: unknown): Promise<{ found: Found[]; pack?: Pack; hash?: string }> {
  const early = [...wrongVersion(value), ...unsafeTexts(value)];
  const campaign = (value as { campaign?: unknown } | null)?.campaign;
  const many = tooManyParts(campaign);
  if (many.length > 0) return { found: [...early, ...many] };
  const shape = shapeProblems(value, PackSchema, packLimits.problems);
  if (early.length + shape.length > 0) return { found: [...early, ...shape] };
  const pack = v.parse(PackSchema, value);
  const hash = await hashPack(pack);
  const late = [
    ...strangers(value, pack),
    ...reservedName(pack),
    ...brokenBounds(pack.campaign),
    ...wrongHash(pack, hash),
  ];
  return { found: [...early, ...late], pack, hash };
}

/**
 * A 方案文件 from anywhere: read in bounded time and memory, or refused with the place, the line, the
 * reason and what to do. `const reading = await readPack(bytes)`
 */
export async function readPack(bytes: Uint8Array): Promise<PackReading> {
  if (bytes.length > packLimits.bytes) {
    return refuseFile(
      'pack.too-large',
      words('文件超过 4 MB，未读取', 'The file is larger than 4 MB and was not read'),
      words('请拆成几份方案，或删去多余内容', 'Split it, or remove what is not needed'),
    );
  }
  const text = decode(bytes);
  if (text === undefined) {
    return refuseFile(
      'pack.not-utf8',
      words('文件不是 UTF-8 编码', 'The file is not UTF-8'),
      words('请用“UTF-8”编码另存后再试', 'Save it again as UTF-8'),
    );
  }
  const scanned = scanJson(text);
  if (!scanned.ok) return { ok: false, problems: [scanned.problem] };
  const { value, place } = scanned;
  const { found, pack, hash } = await judge(value);
  if (found.length === 0 && pack !== undefined && hash !== undefined) {
    return { ok: true, pack, place, contentHash: hash };
  }
  const problems = found
    .slice(0, packLimits.problems)
    .map(({ names, code, message, mend }): PackProblem => ({
      severity: 'error',
      code,
      path: pointerOf(names),
      line: lineAt(place, names),
      message,
      mend,
    }))
    .sort((a, b) => a.line - b.line);
  return { ok: false, problems };
}
