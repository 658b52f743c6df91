import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { buildApp } from '../../bot/app.ts'
import { variableNames } from '../../bot/config.ts'
import { createMetrics } from '../../bot/metrics.ts'
import { memoryServices } from '../support/app.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
const startArguments = scripts.start!.replace('exec node ', '').split(' ')
/** How long the process takes to end at most, in seconds. */
const closingSeconds = 28

const namesIn = (env: string) => env.split('\n').flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? [])
const known = (names: string[]) => names.filter((name) => !variableNames.includes(name) && name !== 'NODE_ENV')

describe('Dockerfile', () => {
  const lines = read('Dockerfile').replaceAll('\\\n', ' ').split('\n')
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')))
  const wordsOf = (instruction: string) =>
    last.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.slice(instruction.length + 1))

  test('the image runs as nobody in particular, starts as npm does, and holds the rooms and no test', () => {
    expect(wordsOf('USER')).toEqual(['10001:10001'])
    const [entry, command] = ['ENTRYPOINT', 'CMD'].map((name) => JSON.parse(wordsOf(name)[0]!) as string[])
    expect([...entry!, ...command!]).toEqual(['node', ...startArguments])
    const copied = wordsOf('COPY').filter((words) => !words.startsWith('--from'))
    expect(copied.flatMap((words) => words.split(' ').slice(0, -1)).toSorted()).toEqual(
      ['LICENSE', 'bot', 'knowledge', 'package.json', 'prompts', 'services'].toSorted(),
    )
    expect(wordsOf('RUN')).toEqual([])
    expect(
      known(
        wordsOf('ENV')
          .join(' ')
          .match(/[A-Z_]+(?==)/g) ?? [],
      ),
    ).toEqual([])
  })

  test('nothing of the prepared database is taken for a leftover of a package', () => {
    // One of its files is named pg_filenode.map.
    const [tidied] = lines.filter((line) => line.startsWith('RUN npm ci'))
    expect(tidied).toContain('find node_modules -path node_modules/.cache -prune -o -type f')
  })

  test('what the context leaves out is not copied', () => {
    const kept = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
    const copied = lines.flatMap((line) => /^COPY (?!--from)(.*) \S+$/.exec(line)?.[1]?.split(' ') ?? [])
    for (const file of copied) expect(kept, file).toContain(`!${file.split('/')[0]}`)
  })
})

type Service = Record<string, unknown> & { environment?: Record<string, string>; command?: string[]; image: string }

describe('compose.yaml', () => {
  const text = read('compose.yaml')
  const { services } = parse(text, { merge: true }) as { services: Record<string, Service> }

  test('the assistant gets what it reads, and can do nothing that it need not', () => {
    for (const name of ['zhixun', 'migrate']) {
      const service = services[name]!
      expect(known(Object.keys(service.environment!))).toEqual([])
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        image: 'zhixun:latest',
      })
    }
    expect(Number.parseInt(String(services.zhixun!.stop_grace_period))).toBeGreaterThan(closingSeconds)
    expect(services.zhixun!.expose).toContain(services.zhixun!.environment!.METRICS_PORT)
    expect(services.zhixun).not.toHaveProperty('ports')
    expect(services.database).not.toHaveProperty('ports')
    read(services.migrate!.command![0]!)
  })

  test('compose.env names every variable to fill in, and no other', () => {
    const asked = new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!))
    expect([...asked].toSorted()).toEqual(namesIn(read('bot/deploy/compose.env')).toSorted())
  })

  test('the proxy sends people to the port that the assistant listens at, and nobody to its metrics', () => {
    const caddy = read('bot/deploy/Caddyfile')
    expect(caddy).toContain('dynamic a zhixun 3000')
    expect(caddy).toMatch(/path \/metrics\n\trespond @inside 404/)
    expect(read('Dockerfile')).toContain('PORT=3000')
  })
})

type Pod = {
  containers: (Record<string, unknown> & { name: string })[]
  securityContext: object
  volumes: { name: string }[]
  terminationGracePeriodSeconds?: number
}
type Resource = { kind: string; metadata: { name: string }; spec: Record<string, unknown> }

describe('kubernetes', () => {
  const folder = 'bot/deploy/kubernetes'
  const kustomization = parse(read(`${folder}/kustomization.yaml`)) as { resources: string[] }
  const all = kustomization.resources.flatMap((file) =>
    parseAllDocuments(read(`${folder}/${file}`)).map((document) => document.toJS() as Resource),
  )
  const find = (kind: string, name = 'zhixun') =>
    all.find((one) => one.kind === kind && one.metadata.name === name) as Resource
  const deployment = find('Deployment').spec as { replicas: number; template: { metadata: unknown; spec: Pod } }
  const pods: [string, Pod][] = [
    ['zhixun', deployment.template.spec],
    ['migrate', (find('Job', 'migrate').spec as { template: { spec: Pod } }).template.spec],
    [
      'backup',
      (find('CronJob', 'backup').spec as { jobTemplate: { spec: { template: { spec: Pod } } } }).jobTemplate.spec
        .template.spec,
    ],
  ]

  test('every file of the folder is applied', () => {
    const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.yaml'))
    expect(files.toSorted()).toEqual([...kustomization.resources, 'kustomization.yaml'].toSorted())
  })

  test.each(pods)('%s runs as nobody in particular, on a root that it can not write', (_, pod) => {
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 10001, fsGroup: 10001 })
    const volumes = pod.volumes.map(({ name }) => name)
    for (const container of pod.containers) {
      expect(container).toMatchObject({
        image: 'zhixun',
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        resources: { limits: { memory: expect.any(String) } },
      })
      for (const { name } of container.volumeMounts as { name: string }[]) expect(volumes).toContain(name)
    }
  })

  test('probes ask what there is, and nobody is cut off in the middle of an answer', async () => {
    const app = buildApp(memoryServices(), { log: false })
    await app.ready()
    const [container] = deployment.template.spec.containers as unknown as [Record<string, unknown>]
    const ports = container.ports as { name: string; containerPort: number }[]
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
      const { path, port } = (container[probe] as { httpGet: { path: string; port: string } }).httpGet
      expect(app.hasRoute({ method: 'GET', url: path }), probe).toBe(true)
      expect(ports.find(({ name }) => name === port)?.containerPort).toBe(3000)
    }
    const preStopSeconds = Number(/(\d+)000\)/.exec(JSON.stringify(container.lifecycle))![1])
    const grace = deployment.template.spec.terminationGracePeriodSeconds!
    expect(grace).toBeGreaterThan(closingSeconds + preStopSeconds)
  })

  test('settings and secrets are variables that are read, and metrics are where they are looked for', () => {
    const settings = read(`${folder}/settings.env`)
    expect(known(namesIn(settings))).toEqual([])
    expect(known(namesIn(read(`${folder}/secret.example.env`)))).toEqual([])
    const [, port] = /^METRICS_PORT=(\d+)$/m.exec(settings)!
    expect(deployment.template.metadata).toMatchObject({ annotations: { 'prometheus.io/port': port } })
    expect(JSON.stringify(deployment.template.spec)).toContain(`"name":"metrics","containerPort":${port}`)
  })

  test('some always stay, and policies speak of pods that there are', () => {
    const { minAvailable } = find('PodDisruptionBudget').spec as { minAvailable: number }
    expect(minAvailable).toBeLessThan(deployment.replicas)
    const labels = (deployment.template.metadata as { labels: object }).labels
    for (const policy of all.filter(({ kind }) => kind === 'NetworkPolicy'))
      expect(labels).toMatchObject((policy.spec.podSelector as { matchLabels?: object }).matchLabels ?? {})
  })
})

test('systemd starts what npm starts, with variables that are read, and waits for its end', () => {
  const unit = read('bot/deploy/systemd/zhixun.service')
  const [, command] = /^ExecStart=\S+\/node (.*)$/m.exec(unit)!
  expect(command!.split(' ')).toEqual(startArguments)
  for (const file of ['zhixun.service', 'zhixun-backup.service']) {
    const [, environment] = /^Environment=(.*)$/m.exec(read(`bot/deploy/systemd/${file}`))!
    expect(known(environment!.match(/[A-Z_]+(?==)/g)!)).toEqual([])
  }
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)![1])).toBeGreaterThan(closingSeconds)
  expect(unit).toMatch(/^(DynamicUser=yes|User=(?!root).+)$/m)
})

describe('watching', () => {
  const { groups } = parse(read('bot/deploy/alerts.yaml')) as {
    groups: { rules: { alert: string; expr: string; annotations: { runbook: string } }[] }[]
  }
  const rules = groups.flatMap((group) => group.rules)

  test('every alert has its page, and every page its alert', () => {
    for (const { alert, annotations } of rules) expect(read(annotations.runbook)).toMatch(new RegExp(`^# ${alert}：`))
    const pages = readdirSync(join(root, 'bot/deploy/runbook')).map((file) => file.replace('.md', ''))
    expect(pages.toSorted()).toEqual(rules.map(({ alert }) => alert).toSorted())
  })

  test('alerts, dashboard and pages name figures that there are', async () => {
    const metrics = createMetrics()
    metrics.show({
      version: '0',
      connections: () => [],
      behind: () => Promise.resolve({ questions: 0, notices: 0, vectors: 0 }),
      ready: () => Promise.resolve({ database: true, notices: 5 }),
    })
    const there = new Set([...(await metrics.text()).matchAll(/^# HELP (\w+)/gm)].map(([, name]) => name!))
    const pages = rules.map(({ annotations }) => read(annotations.runbook))
    const texts = [...rules.map(({ expr }) => expr), read('bot/deploy/dashboard.json'), ...pages].join('\n')
    const named = new Set(
      texts.match(/\b(?:zhixun|nodejs|process)_\w+/g)!.map((name) => name.replace(/_(?:bucket|count|sum)$/, '')),
    )
    expect(named.size).toBeGreaterThan(10)
    expect([...named].filter((name) => !there.has(name))).toEqual([])
  })

  test('every panel of the dashboard asks something, and no two have one number', () => {
    const { panels } = JSON.parse(read('bot/deploy/dashboard.json')) as {
      panels: { id: number; targets: { expr: string }[] }[]
    }
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    for (const { targets } of panels) expect(targets.length).toBeGreaterThan(0)
  })
})

test('scripts of the drills can be read', () => {
  execFileSync('bash', ['-n', join(root, 'bot/deploy/drills/failure.sh')])
  execFileSync(process.execPath, ['--check', join(root, 'bot/deploy/drills/load.js')])
})
