import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  BulletinFigures,
  BulletinList,
  FigureChanges,
  Quotables,
} from '#schema/contracts/bulletins.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { publishFigures } from '#workers/modules/figures/figures.fixtures.ts';
import { recordProblem } from '#workers/modules/registers/registers.fixtures.ts';
import {
  act,
  actNow,
  blanksOf,
  codeOf,
  deskOf,
  expectOk,
  openBulletin,
  paragraph,
  show,
  writePart,
} from './bulletins.fixtures.ts';
import type { Desk } from './bulletins.fixtures.ts';
import { quoteCases } from './usecases/quote-cases.ts';
import { showChecks } from './usecases/show-bulletin.ts';
import { addPart } from './usecases/write-part.ts';

let world: TestApp;
let desk: Desk;
let clerk: TestClient;
let campaign: string;

beforeAll(async () => {
  world = await createTestApp();
  desk = await deskOf(world);
  clerk = await world.as('clerk');
  campaign = (await publishFigures(world.site)).campaignId;
  const hospital = world.site.units['hospital'] ?? '';
  await recordProblem(desk.drafter, hospital, {
    answers: { what: '东区第一医院李春晓医师处方点评不规范' },
  });
});
afterAll(() => world.close());

const textOf = (detail: Awaited<ReturnType<typeof show>>) => JSON.stringify(detail.parts);

describe('a first draft', () => {
  it('has the sections of its kind, figures in its sentences and nothing that judges', async () => {
    const { id } = await openBulletin(desk.drafter, { kind: 'notice', campaign });
    const detail = await show(desk.drafter, id);
    const headings = detail.parts.flatMap(({ body }) => (body.kind === 'heading' ? body.text : []));
    expect(headings).toEqual(['总体情况', '主要做法', '存在问题', '下步要求']);
    expect(blanksOf(detail)).toHaveLength(3);
    const runs = detail.parts.flatMap(({ body }) => (body.kind === 'paragraph' ? body.runs : []));
    const figures = runs.flatMap((run) => ('figure' in run ? run.figure : []));
    expect(figures[0]).toMatchObject({
      ref: { key: 'filings.due', campaign },
      label: '应报送',
      definition: expect.stringContaining('截止时间已过'),
      href: expect.stringContaining('figure=filings.due'),
    });
    expect(figures.map(({ value }) => value).every((value) => /\d/u.test(value))).toBe(true);
    expect(detail).toMatchObject({
      head: { issuer: '测试区卫生健康委员会', title: expect.stringContaining('通报') },
      campaign: { id: campaign },
      summary: { state: 'drafting', kind: 'notice' },
      may: { draft: true, sign: false },
    });
  });

  it('is read at the end of a day where one is given', async () => {
    const { id } = await openBulletin(desk.drafter, {
      kind: 'half-year',
      campaign,
      asOf: '2026-06-30',
    });
    const detail = await show(desk.drafter, id);
    expect(detail.asOf).toBe('2026-06-30');
    expect(textOf(detail)).toContain('asOf=2026-06-30');
  });

  it('is empty paragraphs alone where no campaign is named; an unknown one is refused', async () => {
    const { id } = await openBulletin(desk.drafter, { kind: 'year-end' });
    expect(textOf(await show(desk.drafter, id))).not.toContain('figure');
    const unknown = { kind: 'notice', campaign: `cmp_${'0'.repeat(26)}` };
    expect((await desk.drafter('/api/bulletins', { json: unknown })).status).toBe(404);
    expect((await desk.drafter('/api/bulletins', { json: { kind: 'order' } })).status).toBe(422);
  });

  it('is begun once where the same request comes twice', async () => {
    const headers = { 'idempotency-key': 'bulletin-once-1' };
    const json = { kind: 'brief' };
    const first = await desk.drafter('/api/bulletins', { json, headers });
    const second = await desk.drafter('/api/bulletins', { json, headers });
    expect(second.json<{ id: string }>().id).toBe(first.json<{ id: string }>().id);
  });

  it('belongs to the office: a hospital and a bureau know nothing of it', async () => {
    const { id } = await openBulletin(desk.drafter);
    const reviewer = await world.as('reviewer');
    for (const client of [clerk, reviewer]) {
      expect((await client(`/api/bulletins/${id}`)).status).toBe(403);
      expect((await client('/api/bulletins')).status).toBe(403);
    }
    expect((await desk.signer(`/api/bulletins/${id}`)).status).toBe(200);
    const refused = await desk.signer('/api/bulletins', { json: { kind: 'notice' } });
    expect(refused.status).toBe(403);
  });

  it('stands in the list, the newest first, page by page', async () => {
    world.clock.tick(1000);
    const { id } = await openBulletin(desk.drafter, { kind: 'brief' });
    const first = await expectOk<BulletinList>(desk.checker('/api/bulletins?limit=1'));
    expect(first.items.map((item) => item.id)).toEqual([id]);
    const next = await expectOk<BulletinList>(
      desk.checker(`/api/bulletins?limit=1&cursor=${first.next}`),
    );
    expect(next.items[0]?.id).not.toBe(id);
  });
});

describe('the parts of a paper', () => {
  it('are saved one by one, and the newer words of another come back with a refusal', async () => {
    const { id } = await openBulletin(desk.drafter);
    const [part, other] = blanksOf(await show(desk.drafter, id));
    if (part === undefined || other === undefined) throw new Error('no paragraphs');
    await expectOk(writePart(desk.drafter, id, part, paragraph('一院经验')));
    await expectOk(writePart(desk.drafter, id, other, paragraph('问题')));
    const late = await writePart(desk.drafter, id, part, paragraph('另一段话'));
    expect(codeOf(late)).toEqual([412, 'bulletins.stale_part']);
    expect(late.json<{ current: unknown }>().current).toMatchObject({
      body: paragraph('一院经验'),
      changedByPost: '行风办拟稿岗',
      version: 2,
    });
    expect(late.headers.get('etag')).toBe('"2"');
  });

  it('are added, moved and deleted, and stay in the order that was made', async () => {
    const { id } = await openBulletin(desk.drafter, { kind: 'brief' });
    const keys = async () => (await show(desk.drafter, id)).parts.map(({ key }) => key);
    const [first = '', second = '', ...rest] = await keys();
    const body = { kind: 'heading', level: 2, text: '新增' };
    const { key } = await expectOk<{ key: string }>(
      desk.drafter(`/api/bulletins/${id}/parts`, { json: { after: first, body } }),
    );
    expect(await keys()).toEqual([first, key, second, ...rest]);
    await expectOk(desk.drafter(`/api/bulletins/${id}/parts/${key}/move`, { json: {} }));
    expect(await keys()).toEqual([key, first, second, ...rest]);
    const last = rest.at(-1) ?? second;
    await expectOk(
      desk.drafter(`/api/bulletins/${id}/parts/${first}/move`, { json: { after: last } }),
    );
    expect((await keys()).at(-1)).toBe(first);
    await expectOk(act(desk.drafter, `${id}/parts/${key}`, 1, undefined, 'DELETE'));
    expect(await keys()).not.toContain(key);
    const gone = await act(desk.drafter, `${id}/parts/${key}`, 1, { body }, 'PUT');
    expect(codeOf(gone)).toEqual([404, 'bulletins.part_not_found']);
  });

  it('keep their words while they are moved', async () => {
    const { id } = await openBulletin(desk.drafter);
    const [part] = blanksOf(await show(desk.drafter, id));
    if (part === undefined) throw new Error('no paragraph');
    const path = `/api/bulletins/${id}/parts/${part.key}/move`;
    const [moved, saved] = await Promise.all([
      desk.drafter(path, { json: {} }),
      writePart(desk.drafter, id, part, paragraph('写好的话')),
    ]);
    expect([moved.status, saved.status]).toEqual([200, 200]);
    expect((await show(desk.drafter, id)).parts[0]?.body).toEqual(paragraph('写好的话'));
  });

  it('of two people at once: one is saved, the other one is shown it', async () => {
    const { id } = await openBulletin(desk.drafter);
    const [part] = blanksOf(await show(desk.drafter, id));
    if (part === undefined) throw new Error('no paragraph');
    const answers = await Promise.all(
      ['甲', '乙', '丙'].map((text) => writePart(desk.drafter, id, part, paragraph(text))),
    );
    expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([
      200, 412, 412,
    ]);
  });

  it('take no figure or kind that the contract does not know', async () => {
    const { id } = await openBulletin(desk.drafter);
    const [part] = (await show(desk.drafter, id)).parts;
    const wrong = { body: { kind: 'picture', src: 'seal.png' } };
    const refused = await act(desk.drafter, `${id}/parts/${part?.key}`, 1, wrong, 'PUT');
    expect(refused.status).toBe(422);
  });

  it('want the version that was seen', async () => {
    const { id } = await openBulletin(desk.drafter);
    const [part] = (await show(desk.drafter, id)).parts;
    const path = `/api/bulletins/${id}/parts/${part?.key}`;
    const blind = await desk.drafter(path, { method: 'PUT', json: { body: paragraph('甲') } });
    expect(blind.status).toBe(428);
  });
});

describe('what stands around the text', () => {
  it('is saved under the version of the paper', async () => {
    const { id } = await openBulletin(desk.drafter);
    const { head } = await show(desk.drafter, id);
    const changed = { ...head, title: '关于上半年行风建设情况的通报', copyTo: '市卫生健康委' };
    await expectOk(act(desk.drafter, `${id}/head`, 1, { head: changed }, 'PUT'));
    expect((await show(desk.drafter, id)).head).toEqual(changed);
    const stale = await act(desk.drafter, `${id}/head`, 1, { head }, 'PUT');
    expect(codeOf(stale)).toEqual([412, 'platform.stale_version']);
  });
});

describe('the figures of a paper', () => {
  it('are offered with 口径 and the list they open', async () => {
    const { id } = await openBulletin(desk.drafter, { kind: 'notice', campaign });
    const { items } = await expectOk<BulletinFigures>(desk.drafter(`/api/bulletins/${id}/figures`));
    expect(items.map(({ figure }) => figure.ref.key)).toContain('filings.on-time-rate');
    expect(new Set(items.map(({ group }) => group))).toContain('problems');
    expect(items.every(({ figure }) => figure.definition !== '' && figure.href)).toBe(true);
    const bare = await openBulletin(desk.drafter);
    const none = await expectOk<BulletinFigures>(desk.drafter(`/api/bulletins/${bare.id}/figures`));
    expect(none.items).toEqual([]);
  });

  it('are shown with what changed before they are read anew, and then change together', async () => {
    const { id } = await openBulletin(desk.drafter, {
      kind: 'notice',
      campaign,
      asOf: '2026-01-31',
    });
    const at = `/api/bulletins/${id}/figures/changes?asOf=2026-06-30`;
    const preview = await expectOk<FigureChanges>(desk.drafter(at));
    const found = preview.changes.find(({ label }) => label === '发现');
    expect(found?.before.asOf).toBeLessThan(found?.after?.asOf ?? 0);
    const body = { asOf: '2026-06-30', textVersion: preview.textVersion };
    await expectOk(actNow(desk.drafter, id, 'figures', body));
    const detail = await show(desk.drafter, id);
    expect(detail.asOf).toBe('2026-06-30');
    expect(textOf(detail)).not.toContain('asOf=2026-01-31');
    const again = await actNow(desk.drafter, id, 'figures', body);
    expect(codeOf(again)).toEqual([412, 'platform.stale_version']);
  });
});

describe('可引用的情况', () => {
  it('names nobody: units by class, persons as 某', async () => {
    const { id } = await openBulletin(desk.drafter, { kind: 'notice', campaign });
    const { items } = await expectOk<Quotables>(desk.drafter(`/api/bulletins/${id}/quotables`));
    const cited = items.find(({ group }) => group === 'case');
    expect(cited?.text).toContain('某二级医院');
    expect(cited?.text).toContain('李某医师');
    expect(cited?.text).not.toMatch(/李春晓|东区第一医院/u);
    expect(cited?.href).toMatch(/^\/entries\//u);
  });

  it('says of filings both ways, and naming counts in the rule at once', async () => {
    const { id } = await openBulletin(desk.drafter, { kind: 'notice', campaign });
    world.clock.set(Date.parse('2026-12-30T10:00:00+08:00'));
    const context = await createTestContext(world.site, 'drafter');
    const { items } = await quoteCases({ context, input: { id } });
    const worst = items.find(({ group }) => group === 'worst');
    expect(worst?.text).toMatch(/^某.*逾期未报\d+件。$/u);
    const body = paragraph(worst?.named ?? '');
    if (body.kind !== 'paragraph') throw new Error('no paragraph');
    await addPart({ context, input: { id, body } });
    const checks = await showChecks({ context, input: { id } });
    expect(checks.named.map(({ organizationName }) => organizationName)).toEqual([worst?.title]);
    expect(checks.findings).toEqual([]);
  });
});
