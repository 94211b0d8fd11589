import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseEnv } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SETTING_NAMES } from '../../src/settings.ts';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const instructions = dockerfile
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => {
    const [name = '', ...rest] = line.split(' ');
    return { name, rest: rest.join(' ').trim() };
  });
const of = (name: string) => instructions.filter((one) => one.name === name).map(({ rest }) => rest);
const packageJson = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
  dependencies: Readonly<Record<string, string>>;
};

interface Service {
  readonly image?: string;
  readonly profiles?: readonly string[];
  readonly env_file?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly restart?: string;
  readonly mem_limit?: string;
  readonly stop_grace_period?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly depends_on?: object;
}
const compose = parse(readFileSync('compose.yaml', 'utf8')) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);

describe('.dockerignore', () => {
  const ignored = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

  it.each(['.env', 'data', '.git', 'reports', 'node_modules'])('leaves %s outside', (name) => {
    expect(ignored).toContain(name);
  });

  it('leaves nothing outside that the image copies', () => {
    const copied = copies().filter((path) => ignored.includes(path.replace(/\/.*/, '')));
    expect(copied).toEqual([]);
  });
});

function copies(): readonly string[] {
  return of('COPY')
    .filter((rest) => !rest.startsWith('--from='))
    .flatMap((rest) => rest.split(/\s+/).slice(0, -1));
}

describe('the Dockerfile', () => {
  it('copies only what there is', () => {
    expect(copies().filter((path) => !existsSync(path))).toEqual([]);
  });

  it('is built on a Node that the program supports, pinned by tag', () => {
    expect(of('ARG')).toEqual([expect.stringMatching(/^NODE_IMAGE=node:(22|24)-bookworm-slim$/)]);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as Docker writes it
    expect(of('FROM')).toEqual(['${NODE_IMAGE} AS packages', '${NODE_IMAGE}']);
  });

  it('installs what is locked, without what only developers need', () => {
    expect(of('RUN').join('\n')).toContain('npm ci --omit=dev');
  });

  it('starts the program as npm start does, as somebody who is not root', () => {
    const [command = '[]'] = of('CMD').slice(-1);
    expect((JSON.parse(command) as string[]).join(' ')).toBe(packageJson.scripts.start);
    const names = instructions.map(({ name }) => name);
    expect(of('USER')).toEqual(['node']);
    expect(names.lastIndexOf('USER')).toBeLessThan(names.lastIndexOf('CMD'));
    expect(names.slice(names.lastIndexOf('USER'))).not.toContain('RUN');
  });

  it('has only settings that there are, and no secret', () => {
    const set = [
      ...of('ENV')
        .join(' ')
        .matchAll(/([A-Z_]+)=/g),
    ].map(([, name]) => name);
    expect(set.filter((name) => !SETTING_NAMES.includes(name ?? ''))).toEqual([]);
    expect(set.filter((name) => /KEY|SECRET|TOKEN/.test(name ?? ''))).toEqual([]);
  });

  it('asks the page for health that there is, and keeps its data in volumes', () => {
    expect(dockerfile).toContain('/healthz');
    expect(readFileSync('src/web/health.ts', 'utf8')).toContain("'/healthz'");
    const volumes = JSON.parse(of('VOLUME')[0] ?? '[]') as string[];
    expect(volumes).toEqual(['/app/data', '/backups']);
    expect(of('ENV').join(' ')).toContain('BACKUP_DIR=/backups');
  });

  it('finds every package that the program and the commands of operators import', () => {
    const commands = [
      'doctor',
      'backup',
      'restore',
      'rotate-key',
      'link-group',
      'reset-admin',
      'law',
      'kb-check',
      'ask',
    ];
    const files = [
      ...below('src'),
      ...below('scripts/doctor'),
      ...commands.map((name) => `scripts/${name}.ts`).filter((file) => existsSync(file)),
    ];
    const packages = files.flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /(?:^(?:import|export)\s(?!type\s)[^;']*?\sfrom\s+|^import\s+|\bimport\()'([^.'][^']*)'/gm,
        ),
      ]
        .map(([, from = '']) => from)
        .filter((from) => !from.startsWith('node:'))
        .map((from) => /^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from),
    );
    expect([...new Set(packages)].filter((name) => !(name in packageJson.dependencies))).toEqual([]);
  });
});

function below(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

describe('compose.yaml', () => {
  it.each(services)('%s comes back by itself, within limits, from a pinned image', (_, service) => {
    expect(service.restart).toBe('unless-stopped');
    expect(service.mem_limit).toMatch(/^\d+[mg]$/);
    expect(service.image).toMatch(/^[a-z/-]+:[a-z0-9.-]+$/);
    expect(service.image).not.toMatch(/:latest$/);
  });

  it('mounts only files that there are, and volumes that are named', () => {
    const sources = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => sourceOf(volume)));
    const missing = sources.filter((source) =>
      source.startsWith('./') ? !existsSync(source) : !(source in compose.volumes),
    );
    expect(missing).toEqual([]);
    expect(Object.keys(compose.volumes).filter((name) => !sources.includes(name))).toEqual([]);
  });

  it('runs the program without rights, on what the image prepared', () => {
    const { app } = compose.services;
    expect(app).toMatchObject({ env_file: '.env', read_only: true, cap_drop: ['ALL'] });
    const targets = app?.volumes?.map((volume) => volume.replaceAll(/\$\{[^}]*\}/g, '').split(':')[1]);
    expect(targets).toEqual(JSON.parse(of('VOLUME')[0] ?? '[]'));
    expect(Object.keys(app?.environment ?? {}).filter((name) => !SETTING_NAMES.includes(name))).toEqual([]);
    // The program itself takes up to ten seconds: two for requests, eight for sends.
    expect(Number.parseInt(app?.stop_grace_period ?? '0', 10)).toBeGreaterThanOrEqual(15);
  });

  it('opens nothing to the world but https', () => {
    const open = services.flatMap(([name, { ports = [] }]) =>
      ports.filter((port) => !port.startsWith('127.0.0.1:')).map((port) => `${name} ${port}`),
    );
    expect(open).toEqual(['caddy 80:80', 'caddy 443:443']);
  });

  it('starts only the program unless more is asked for', () => {
    expect(services.filter(([, { profiles }]) => profiles === undefined).map(([name]) => name)).toEqual(['app']);
    expect(compose.services.caddy?.profiles).toEqual(['https']);
  });

  it('leads Caddy, Prometheus and Grafana to services that there are', () => {
    const names = Object.keys(compose.services);
    const pointers = ['Caddyfile', 'prometheus.yml', 'grafana/datasources/prometheus.yaml'].map((file) =>
      readFileSync(join('deploy', file), 'utf8'),
    );
    const hosts = pointers.flatMap((text) =>
      [...text.matchAll(/\b([a-z]+):(?:3000|9090|9115)\b/g)].map(([, host]) => host),
    );
    expect(hosts.length).toBeGreaterThanOrEqual(4);
    expect(hosts.filter((host) => !names.includes(host ?? ''))).toEqual([]);
  });
});

/** `./deploy/x:/etc/x:ro` → `./deploy/x`; what is chosen by a variable: its default. */
function sourceOf(volume: string): string {
  return volume.replaceAll(/\$\{[A-Z_]+:-([^}]*)\}/g, '$1').split(':')[0] ?? '';
}

describe('deploy/example.env', () => {
  const text = readFileSync('deploy/example.env', 'utf8');

  it('names every setting, and no other', () => {
    const names = [...text.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name = '']) => name);
    expect(names.toSorted()).toEqual([...SETTING_NAMES].toSorted());
  });

  it('holds no secret, and is read by dotenv', () => {
    const set = parseEnv(text);
    expect(set).toMatchObject({ NODE_ENV: 'production', TRUST_PROXY: '1' });
    expect(Object.entries(set).filter(([name, value]) => /KEY|SECRET|TOKEN/.test(name) && value !== '')).toEqual([]);
  });
});
