import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fc, parametersOf, propertySettings, runs } from './property.ts';

/** False for one value of ten thousand. */
const rarelyWrong = fc.property(fc.noBias(fc.nat(9_999)), (number) => number !== 3_141);
const tried = (environment: NodeJS.ProcessEnv) => fc.check(rarelyWrong, parametersOf(propertySettings(environment)));

it('tries the same values each time, as many as usual', () => {
  const [first, again] = [tried({}), tried({})];
  expect(first).toMatchObject({ failed: false, numRuns: 100, seed: again.seed });
});

it('finds with more runs what fails for a rare value, and again with the seed that it tells', () => {
  const found = tried({ PROPERTY_SEED: '5', PROPERTY_TIMES: '999' });
  expect(found).toMatchObject({ failed: true, counterexample: [3_141], seed: 5 });
  expect(tried({ PROPERTY_SEED: String(found.seed), PROPERTY_TIMES: '999' })).toMatchObject({
    counterexamplePath: found.counterexamplePath,
  });
});

it('takes another seed each time where chance is asked for', () => {
  const seeds = new Set(Array.from({ length: 20 }, () => tried({ PROPERTY_SEED: 'random' }).seed));
  expect(seeds.size).toBeGreaterThan(15);
});

it.each([{ PROPERTY_SEED: 'chance' }, { PROPERTY_SEED: '1.5' }, { PROPERTY_TIMES: '0' }, { PROPERTY_TIMES: 'many' }])(
  'says what it cannot read: %o',
  (environment) => {
    const [name = ''] = Object.keys(environment);
    expect(() => propertySettings(environment)).toThrow(name);
  },
);

it('holds for every property of the tests', () => {
  const { seed, times } = propertySettings(process.env);
  expect(fc.readConfigureGlobal()).toMatchObject({
    numRuns: 100 * times,
    ...(process.env.PROPERTY_SEED !== 'random' && { seed }),
  });
  expect(runs(12)).toBe(12 * times);
  const others = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('support/property'))
    .map((path) => ({ path, code: readFileSync(`test/${path}`, 'utf8') }));
  const withoutIt = others.filter(
    ({ code }) => /numRuns: \d/.test(code) || (/\bfc\.(?:assert|sample)\(/.test(code) && /'fast-check'/.test(code)),
  );
  expect(withoutIt.map(({ path }) => path)).toEqual([]);
});
