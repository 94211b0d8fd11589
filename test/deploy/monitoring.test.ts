import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ChildBot } from '../../emulators/child-bot.ts';

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly type: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly { readonly expr: string; readonly refId: string }[];
}
const dashboard = JSON.parse(readFileSync('deploy/grafana-dashboard.json', 'utf8')) as {
  readonly id?: number;
  readonly uid: string;
  readonly title: string;
  readonly schemaVersion: number;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly name: string }[] };
};
const alerts = (
  parse(readFileSync('deploy/alerts.yml', 'utf8')) as {
    groups: readonly {
      rules: readonly {
        alert: string;
        expr: string;
        labels: { severity: string };
        annotations: { summary: string; runbook: string };
      }[];
    }[];
  }
).groups.flatMap(({ rules }) => rules);
const prometheus = parse(readFileSync('deploy/prometheus.yml', 'utf8')) as {
  readonly rule_files: readonly string[];
  readonly scrape_configs: readonly { readonly job_name: string; readonly metrics_path?: string }[];
};
const page = readFileSync('docs/operations.md', 'utf8');

const expressions = [...dashboard.panels.flatMap(({ targets }) => targets), ...alerts].map(({ expr }) => expr);
/** Made by Prometheus itself, or by the prober beside it. */
const OF_OTHERS = ['up', 'probe_success', 'probe_ssl_earliest_cert_expiry'];
const named = [
  ...new Set(expressions.flatMap((expr) => expr.match(/\b(?:(?:hoi_quyen|process|nodejs|probe)_\w+|up(?=\{))/g) ?? [])),
];

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-monitoring-'));
const bot = new ChildBot({
  NODE_ENV: 'development',
  DATABASE_URL: `file:${join(folder, 'test.db')}`,
  BACKUP_DIR: join(folder, 'backups'),
});
let exposed: string;
beforeAll(async () => {
  bot.start();
  exposed = await (await fetch(`${await bot.address()}/metrics`)).text();
});
afterAll(async () => {
  await bot.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const types = () =>
  new Map([...exposed.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]));

describe('what operators look at', () => {
  it('is made of numbers that the program gives', () => {
    const given = types();
    const unknown = named.filter((name) => {
      const histogram = /^(.*)_(?:bucket|count|sum)$/.exec(name)?.[1];
      return !OF_OTHERS.includes(name) && !given.has(name) && given.get(histogram ?? '') !== 'histogram';
    });
    expect(named.length).toBeGreaterThan(12);
    expect(unknown).toEqual([]);
  });

  it('asks for states that there are', () => {
    const states = expressions.flatMap((expr) => [...expr.matchAll(/\bstate!?="(\w+)"/g)].map(([, state]) => state));
    expect(states.length).toBeGreaterThan(3);
    expect(states.filter((state) => !exposed.includes(`hoi_quyen_outbox_messages{state="${state}"}`))).toEqual([]);
  });

  it('begins at zero, so that the first time is seen as a rise', () => {
    for (const name of ['messages_received', 'urgent', 'sends_refused_as_too_fast']) {
      expect(exposed).toContain(`hoi_quyen_${name}_total{channel="web"} 0`);
    }
    expect(exposed).toContain('hoi_quyen_receipt_to_network_seconds_count{channel="web"} 0');
  });

  it('is explained: every number of our own stands in docs/operations.md', () => {
    const ours = [...types().keys()].filter((name) => name.startsWith('hoi_quyen_'));
    expect(ours.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('tells nothing of a person: labels are words of ours', () => {
    const labels = [...exposed.matchAll(/^hoi_quyen_\w+\{([^}]*)\}/gm)].flatMap(([, list = '']) =>
      [...list.matchAll(/(\w+)="/g)].map(([, name]) => name),
    );
    expect([...new Set(labels)].filter((name) => !/^(channel|outcome|state|what|le|kind)$/.test(name ?? ''))).toEqual(
      [],
    );
  });
});

describe('the Grafana dashboard', () => {
  it('can be imported', () => {
    expect(dashboard).toMatchObject({ uid: 'hoi-quyen', title: 'Hỏi Quyền', schemaVersion: expect.any(Number) });
    // With an id Grafana would look for a dashboard that it already has.
    expect(dashboard.id).toBeUndefined();
    expect(dashboard.templating.list.map(({ name }) => name)).toEqual(['datasource', 'job']);
  });

  it.each(dashboard.panels.map((panel) => [panel.title, panel] as const))('“%s” shows something', (_, panel) => {
    expect(panel.targets.length).toBeGreaterThan(0);
    expect(panel.targets.filter(({ expr }) => !expr.includes('job="$job"'))).toEqual([]);
    expect(new Set(panel.targets.map(({ refId }) => refId)).size).toBe(panel.targets.length);
    expect([panel.type, panel.description]).toEqual([
      expect.stringMatching(/^(stat|timeseries)$/),
      expect.stringMatching(/\S/),
    ]);
  });

  it('has panels that do not lie upon each other', () => {
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (__, nth) => `${x + (nth % w)}/${y + Math.floor(nth / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...dashboard.panels.map(({ gridPos: { x, w } }) => x + w))).toBeLessThanOrEqual(24);
  });
});

describe('the alerts', () => {
  const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

  it.each(alerts.map((alert) => [alert.alert, alert] as const))(
    '%s says what it means and where to read on',
    (_, alert) => {
      expect(['page', 'ticket']).toContain(alert.labels.severity);
      expect(alert.annotations.summary).toMatch(/^[A-Z].*\.$/);
      const [file, anchor = ''] = alert.annotations.runbook.split('#');
      expect(file).toBe('docs/operations.md');
      expect(anchors).toContain(anchor);
    },
  );

  it('speak of jobs that are asked', () => {
    const jobs = prometheus.scrape_configs.map(({ job_name }) => job_name);
    const asked = alerts.flatMap(({ expr }) => [...expr.matchAll(/job="([^"]+)"/g)].map(([, job]) => job));
    expect(asked.filter((job) => !jobs.includes(job ?? ''))).toEqual([]);
    expect(prometheus.rule_files).toEqual(['/etc/prometheus/alerts.yml']);
  });
});
