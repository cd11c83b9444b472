import { describe, expect, it } from 'vitest';
import { firstDay, roundDay, roundKey, rounds, volumeCampaign } from './volume-campaign.ts';
import { volumeUnits } from './volume-world.ts';
import { percentile } from './volume.ts';

const today = '2026-11-22';

describe('the volume of the bench', () => {
  const units = volumeUnits();
  const bureaus = units.filter(({ kind }) => kind === 'bureau');

  it('is 2,700 units of its own key each, under cities and counties that are there', () => {
    expect(units).toHaveLength(2700);
    const keys = new Set(units.map(({ key }) => key));
    expect(keys.size).toBe(2700);
    const superiors = units.flatMap(({ relations }) => relations.map(({ superior }) => superior));
    expect(superiors.every((superior) => superior === undefined || keys.has(superior))).toBe(true);
  });

  it('gives 49,000 filings: every institution all rounds, and a roll-up of each city', () => {
    const filings = (units.length - bureaus.length) * rounds;
    const cities = bureaus.filter(({ tags }) => tags?.includes('city'));
    expect(filings + cities.length).toBeGreaterThan(48_900);
    expect(cities).toHaveLength(18);
  });

  it('is a campaign in which some rounds have passed and some have not', () => {
    const { tasks, registers } = volumeCampaign(today);
    expect(tasks.map(({ key }) => key)).toContain(roundKey(rounds - 1));
    expect(registers.map(({ key }) => key)).toEqual(['problems', 'complaints']);
    const days = Array.from({ length: rounds }, (_, at) => roundDay(today, at));
    expect(days.filter((day) => day < today).length).toBe(15);
    expect(days.every((day) => day > firstDay(today))).toBe(true);
  });
});

describe('the 95th of a hundred', () => {
  it('is the smallest that ninety-five are not above', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect([percentile(hundred, 0.95), percentile(hundred, 0.5)]).toEqual([95, 50]);
    expect(percentile([7], 0.95)).toBe(7);
    expect(() => percentile([], 0.95)).toThrow('nothing was measured');
  });
});
