import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '')

/** Each room with those whose doors are open to it. */
const rooms: Record<string, string[]> = {
  bot: ['bot', 'services', 'knowledge', 'prompts'],
  services: ['services', 'knowledge', 'prompts'],
  knowledge: ['knowledge'],
  prompts: ['prompts'],
}
const roomOf = (file: string) => file.split('/')[0]!
const sources = files.filter((file) => roomOf(file) in rooms && /\.[jt]s$/.test(file))

/** The file or package that each import of a source names: `from '…'`, `import '…'`, `import('…')`, `new URL('./…')`. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const specifiers = text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\bnew URL\()\s*'([\w@./:-]+)'/g)
  return [...specifiers].map(([, specifier]) =>
    specifier!.startsWith('.') ? relative(root, join(root, dirname(file), specifier!)) : specifier!,
  )
}
const isPackage = (specifier: string) => /^[@a-z][^:]*$/.test(specifier) && !(roomOf(specifier) in rooms)

test('there are sources to look at, and their imports are seen', () => {
  expect(new Set(sources.map(roomOf))).toEqual(new Set(Object.keys(rooms)))
  expect(importsOf('knowledge/database/embedded-database.ts')).toEqual(
    expect.arrayContaining(['node:fs', 'knowledge/database/directory-lock.ts']),
  )
  // Its types are imported, and its address is taken.
  const worker = 'knowledge/database/embedded-worker.ts'
  expect(importsOf('knowledge/database/embedded-thread.ts').filter((file) => file === worker)).toHaveLength(2)
})

test('no folder stands at the top but the four rooms, their tests and what tools insist on', () => {
  const folders = new Set(files.filter((file) => file.includes('/')).map(roomOf))
  expect([...folders].filter((folder) => ![...Object.keys(rooms), 'test', '.ci'].includes(folder))).toEqual([])
})

describe('imports run one way', () => {
  for (const [room, open] of Object.entries(rooms)) {
    test(`${room} imports ${open.join(', ')} and nothing else of ours`, () => {
      const wrong = sources
        .filter((file) => roomOf(file) === room)
        .flatMap((file) => importsOf(file).map((imported) => ({ file, imported })))
        .filter(({ imported }) => /\.[jt]s$/.test(imported) && !isPackage(imported) && !open.includes(roomOf(imported)))
        .map(({ file, imported }) => `${file} → ${imported}`)
      expect(wrong).toEqual([])
    })
  }
})

test('no file imports itself over others', () => {
  const imports = new Map(
    sources.map((file) => [file, importsOf(file).filter((imported) => sources.includes(imported))]),
  )
  const open = new Set<string>()
  const done = new Set<string>()
  function circleFrom(file: string, way: string[]): string[] {
    if (open.has(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return []
    open.add(file)
    for (const imported of imports.get(file)!) {
      const circle = circleFrom(imported, [...way, file])
      if (circle.length > 0) return circle
    }
    open.delete(file)
    done.add(file)
    return []
  }
  expect(sources.map((file) => circleFrom(file, [])).find((circle) => circle.length > 0)).toBeUndefined()
})

describe('the folders of a room import only those before them', () => {
  const orders: Record<string, string[]> = {
    knowledge: [
      'lexicon',
      'language',
      'parsing',
      'finding',
      'statements',
      'learning',
      'database',
      'indexing',
      'searching',
      'importing',
    ],
    services: [
      'preparation',
      'amending',
      'eligibility',
      'drafting',
      'downloads',
      'roster',
      'answering',
      'privacy',
      'similarity',
      'conversations',
      'interview',
      'model',
      'staff',
      'faq',
      'reminders',
      'colleagues',
      'chats',
      'telegram',
    ],
    'services/answering': ['understand', 'retrieve', 'decide', 'compose', 'offer', 'training'],
  }
  test.each(Object.entries(orders))('%s', (room, order) => {
    const placeOf = (file: string) => order.indexOf(relative(room, file).split('/')[0]!)
    const edges = sources.flatMap((file) => importsOf(file).map((imported) => ({ file, imported })))
    const within = edges.filter(({ file, imported }) => placeOf(file) >= 0 && placeOf(imported) >= 0)
    expect(within.length).toBeGreaterThan(50)
    expect(within.filter(({ file, imported }) => placeOf(imported) > placeOf(file))).toEqual([])
    const folders = new Set(sources.filter((file) => file.startsWith(`${room}/`)).map((file) => relative(room, file)))
    const unplaced = [...folders].filter((file) => file.includes('/') && !order.includes(file.split('/')[0]!))
    expect(unplaced.filter((file) => room !== 'knowledge' || !file.startsWith('notices'))).toEqual([])
  })
})

test('what the folders of services share at its top imports none of them', () => {
  const shared = sources.filter((file) => /^services\/[^/]+$/.test(file))
  expect(shared).toContain('services/reply.ts')
  expect(shared.flatMap(importsOf).filter((imported) => !isPackage(imported) && !isBuiltin(imported))).toEqual([])
})

test('only the programmes that npm starts read the environment', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const started = Object.values(scripts as Record<string, string>)
    .join(' ')
    .split(' ')
  const readers = sources.filter((file) => readFileSync(join(root, file), 'utf8').includes('process.env'))
  expect(readers.filter((file) => !started.includes(file))).toEqual([])
})

test('what the rooms import of others is a dependency, and every dependency is imported', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const imported = new Set(
    sources
      .flatMap(importsOf)
      .filter((specifier) => isPackage(specifier) && !isBuiltin(specifier))
      .map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)![0]),
  )
  // Node itself comes as a package and is run, not imported.
  expect([...imported, 'node'].toSorted()).toEqual(Object.keys(dependencies as object).toSorted())
})

test('nothing names a path of one machine or the host of a registry', () => {
  const traces = new RegExp(
    ['(?<![\\w./-])/(?:tmp|work|root|home)/', 'registry\\.npm', 'deb\\.debian', 'npmmirror'].join('|'),
  )
  const found = files
    .filter((file) => file !== 'test/house.test.ts')
    .flatMap((file) => {
      const lines = readFileSync(join(root, file), 'utf8').split('\n')
      return lines.flatMap((line, index) => (traces.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : []))
    })
  expect(found).toEqual([])
})
