import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Another version of the program, in a folder of its own. */
export interface OldVersion {
  readonly folder: string;
  /** Short, as git writes it. */
  readonly commit: string;
}

/**
 * Takes an earlier version out of the repository in which this one lies. It uses the packages of this version unless
 * `install`: then exactly those that it was released with, for which the registry must be reachable.
 *
 * @throws when there is no such version here.
 */
export function takeOut(revision: string, folder: string, install: boolean): OldVersion {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  if (!existsSync('.git')) throw new Error('The earlier version is taken from git, and here is no repository');
  try {
    git('cat-file', '-e', `${revision}^{commit}`);
  } catch {
    throw new Error(`There is no version "${revision}" in this repository; git log lists them`);
  }
  const commit = git('rev-parse', '--short', revision);
  git('clone', '--quiet', '--no-checkout', '.', folder);
  git('-C', folder, 'checkout', '--quiet', '--detach', git('rev-parse', revision));
  if (install) execFileSync('npm', ['ci', '--omit=dev'], { cwd: folder, stdio: 'ignore' });
  else symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return { folder, commit };
}

/** The last version before the newest tables, of which every upgrade to this one is at least as hard. */
export function lastBefore(migration: string): string {
  const added = execFileSync(
    'git',
    ['log', '--diff-filter=A', '--format=%H', '--', `src/store/migrations/${migration}.ts`],
    { encoding: 'utf8' },
  );
  const first = added.trim().split('\n').at(-1);
  if (!first) throw new Error(`The repository does not tell when ${migration} was added; say --from REVISION`);
  return `${first}^`;
}
