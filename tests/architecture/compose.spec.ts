import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { env as applicationsEnv } from '../../apps/applications/src/env.js';
import { workerEnv } from '../../apps/worker/src/env.js';
import { readText, ROOT } from './source-tree.js';

interface Service {
  image?: string;
  build?: { context: string; target: string };
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  networks?: string[];
  healthcheck?: object;
  restart?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  depends_on?: Record<string, { condition: string }>;
}

interface Compose {
  services: Record<string, Service>;
  networks: Record<string, object>;
  volumes: Record<string, object>;
}

const composeText = readText('docker-compose.yml');
const { services, networks, volumes }: Compose = parse(composeText, { merge: true });
const all = Object.entries(services);
const exampleText = readText('.env.example');
const dockerfile = readText('Dockerfile').replaceAll(/\\\n\s*/g, '');
const stages = [...dockerfile.matchAll(/^FROM (\S+) AS (\S+)\n((?:(?!FROM).*\n?)*)/gm)].map(
  ([, from, name, steps]) => ({
    from: from!,
    name: name!,
    steps: steps!,
  }),
);

describe('docker-compose.yml', () => {
  it('starts a database, a queue, a mail catcher, what prepares, and the two services', () => {
    expect(Object.keys(services).toSorted()).toEqual([
      'applications',
      'mail',
      'postgres',
      'prepare',
      'valkey',
      'worker',
    ]);
  });

  it.each(all)('%s comes from an image with a version in its tag, or from a stage of the Dockerfile', (_, service) => {
    if (service.build) expect(stages.map(({ name }) => name)).toContain(service.build.target);
    else expect(service.image).toMatch(/^[a-z/]+:v?\d+(\.\d+)?$/);
  });

  it.each(all)('%s waits for services that exist and can say that they are ready', (_, { depends_on = {} }) => {
    for (const [name, { condition }] of Object.entries(depends_on)) {
      expect(services).toHaveProperty(name);
      if (condition === 'service_healthy') expect(services[name]).toHaveProperty('healthcheck');
      if (condition === 'service_completed_successfully') expect(services[name]?.restart).not.toBe('unless-stopped');
    }
  });

  it.each(all)('%s has no right it does not need, and comes back after a crash', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      restart: expect.stringMatching(/^(unless-stopped|on-failure:\d+)$/),
    });
  });

  it.each(all)('%s is reached from this machine only, unless the operator says otherwise', (_, { ports = [] }) => {
    for (const port of ports) expect(port).toMatch(/^(127\.0\.0\.1|\$\{BIND:-127\.0\.0\.1\}):\$\{[A-Z_]+:-\d+\}:\d+$/);
  });

  it.each(all)('%s uses networks and volumes that are declared', (_, service) => {
    const mounted = (service.volumes ?? []).map((volume) => volume.split(':')[0]!);
    expect(Object.keys(volumes)).toEqual(expect.arrayContaining(mounted));
    expect(Object.keys(networks)).toEqual(expect.arrayContaining(service.networks ?? []));
  });

  it('keeps the database and the queue away from everything outside', () => {
    expect(networks['inside']).toEqual({ internal: true });
    expect([services['postgres']?.networks, services['valkey']?.networks]).toEqual([['inside'], ['inside']]);
  });

  const config = dockerComposeConfig();
  (config ? it : it.skip)('is accepted by docker compose', () => {
    expect(config).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('what the operator sets', () => {
  const used = [...composeText.matchAll(/\$\{([A-Z_]+)(?::(\?|-))?/g)].map(([, name, rule]) => ({ name: name!, rule }));

  it.each([...new Set(used.map(({ name }) => name))])('%s is explained in .env.example', (name) => {
    expect(exampleText).toMatch(new RegExp(`^(# )?${name}=`, 'm'));
  });

  it.each(exampleText.match(/(?<=^(?:# )?)[A-Z_]+(?==)/gm) ?? [])('%s of .env.example is used', (name) => {
    expect(used.map((variable) => variable.name)).toContain(name);
  });

  it('is asked for where there is no default, and no secret has one', () => {
    const asked = new Set(used.filter(({ rule }) => rule === '?').map(({ name }) => name));
    const open = used.filter(({ name, rule }) => rule === undefined && !asked.has(name));
    expect(open).toEqual([]);
    const secrets = used.filter(({ name }) => /PASSWORD|SECRET|TOKEN/.test(name));
    expect(secrets.filter(({ name, rule }) => rule === '-' || !asked.has(name))).toEqual([]);
    expect(exampleText).not.toMatch(/^[A-Z_]*(PASSWORD|SECRET|TOKEN)[A-Z_]*=\S/m);
  });

  it.each([
    ['applications', applicationsEnv],
    ['worker', workerEnv],
  ])('the %s service is told what it must know, and nothing it does not read', (name, schema) => {
    const told = Object.keys(services[name]?.environment ?? {});
    expect(Object.keys(schema.shape)).toEqual(expect.arrayContaining(told));
    const required = Object.entries(schema.shape).filter(([, field]) => !field.safeParse(undefined).success);
    expect(told).toEqual(expect.arrayContaining(required.map(([variable]) => variable)));
  });

  it('what prepares is told exactly what it reads', () => {
    const read = readText('apps/local/src/prepare-main.ts').match(/^\s+[A-Z][A-Z_]+(?=: z\.)/gm) ?? [];
    expect(read.map((name) => name.trim()).toSorted()).toEqual(
      Object.keys(services['prepare']?.environment ?? {}).toSorted(),
    );
  });
});

describe('the Dockerfile', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) => sources!.split(' '));

  it.each(copied)('copies %s, which exists and is not kept out of the build', (source) => {
    expect(existsSync(join(ROOT, source))).toBe(true);
    expect(readText('.dockerignore').split('\n')).toContain(`!${source}`);
  });

  it.each([...dockerfile.matchAll(/npm run ([a-z:]+)/g)].map(([, script]) => script!))(
    'runs "%s", a script of package.json',
    (script) => {
      expect(JSON.parse(readText('package.json')).scripts).toHaveProperty([script]);
    },
  );

  it.each([...dockerfile.matchAll(/"dist\/([^"]+?)(?:\.bundle)?\.js"/g)].map(([, entry]) => `${entry}.ts`))(
    'starts what is built from %s',
    (source) => {
      expect(existsSync(join(ROOT, source))).toBe(true);
    },
  );

  it('runs as an ordinary user, on the Node of the project, without packages of the build', () => {
    const runtime = stages.find(({ name }) => name === 'runtime');
    expect(runtime?.steps).toMatch(/^USER node$/m);
    for (const { from } of stages)
      expect(from).toMatch(new RegExp(`^(runtime|node:${readText('.nvmrc').trim()}-bookworm-slim)$`));
    expect(dockerfile).toContain('npm prune --omit=dev');
  });

  it('asks the HTTP service whether it is ready', () => {
    expect(stages.find(({ name }) => name === 'applications')?.steps).toMatch(/^HEALTHCHECK .*\/health\/ready/m);
  });

  it('carries no secret', () => {
    expect(dockerfile).not.toMatch(/^(ARG|ENV) .*(PASSWORD|SECRET|TOKEN|KEY)/m);
    expect(readText('.gitignore').split('\n')).toContain('.env');
  });
});

/** The client can check the file without an engine; a machine without it says so once. */
function dockerComposeConfig(): { status: number | null; stderr: string } | null {
  if (spawnSync('docker', ['compose', 'version']).status !== 0) {
    process.stderr.write('docker compose is not installed: docker-compose.yml is checked by parsing only.\n');
    return null;
  }
  const filledIn = Object.fromEntries((exampleText.match(/^[A-Z_]+(?==$)/gm) ?? []).map((name) => [name, 'x']));
  const { status, stderr } = spawnSync('docker', ['compose', '--file', 'docker-compose.yml', 'config', '--quiet'], {
    cwd: ROOT,
    env: { ...process.env, ...filledIn },
    encoding: 'utf8',
  });
  return { status, stderr };
}
