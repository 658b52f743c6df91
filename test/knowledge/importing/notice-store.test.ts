import { beforeEach, describe, expect, test } from 'vitest'
import { openNoticeDesk } from '../../../knowledge/importing/notice-desk.ts'
import { prepareNotice, readNoticeFile } from '../../../knowledge/importing/prepare-notice.ts'
import { metadataOf } from '../../../knowledge/indexing/index-notices.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { addNotice, listNotices, noticesVersion, removeNotice, syncNotices } from '../../../knowledge/notice-store.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { searchClauses } from '../../../knowledge/searching/search-clauses.ts'
import { testDatabase } from '../../support/database.ts'
import { shenjiangFile } from './shenjiang.ts'

const { db } = await testDatabase()

const all = loadNotices()
const bundled = all.filter(({ id }) => id !== 'review-2024')
const imported = await readNoticeFile(shenjiangFile)
const shenjiang = prepareNotice(imported, bundled, [])

const start = (notices: Notice[] = bundled) => syncNotices(db, notices)
const add = (notice: Notice) => addNotice(db, bundled, notice)
const remove = (id: string) => removeNotice(db, bundled, id)
const ids = (notices: { id: string }[]) => notices.map(({ id }) => id)

function edition(notice: Notice, from: string, to: string): Notice {
  const { source, clauses: _clauses, ...metadata } = notice
  expect(source).toContain(from)
  return parseNotice(metadata, source.replace(from, to))
}

beforeEach(async () => {
  await db.deleteFrom('removed_notice').execute()
  await db.updateTable('notice').set({ added: false }).execute()
  await start()
})

test('starting again changes nothing and tells every notice, newest first', async () => {
  const { notices, report } = await start()
  expect(report).toEqual({ indexed: [], unchanged: ids(bundled), removed: [] })
  expect(notices).toEqual(bundled)
})

describe('a notice that was added', () => {
  test('is there at the next start with all its clauses, and first where it is the newest', async () => {
    expect(await add(shenjiang)).toBe('added')
    const { notices, report } = await start()
    expect(report.indexed).toEqual([])
    expect(notices).toEqual([shenjiang, ...bundled])
  })

  test('goes on being known where names were stored with it, which nobody reads any more', async () => {
    await add(shenjiang)
    const stored = { ...metadataOf(shenjiang), names: ['创新券'] }
    const programmes = stored.programmes.map((programme) => ({ ...programme, names: ['申江区创新券'] }))
    await db
      .updateTable('notice')
      .set({ metadata: JSON.stringify({ ...stored, programmes }), content_hash: 'of before' })
      .where('id', '=', shenjiang.id)
      .execute()
    const { notices, report } = await start()
    expect(notices).toEqual([shenjiang, ...bundled])
    expect(report.indexed).toEqual([shenjiang.id])
    const [row] = await db.selectFrom('notice').select('metadata').where('id', '=', shenjiang.id).execute()
    expect(JSON.stringify(row)).not.toContain('names')
    expect((await start()).report.indexed).toEqual([])
  })

  test('is listed as added, with its number of clauses', async () => {
    await add(shenjiang)
    const [first, ...others] = await listNotices(db)
    const { id, title, issuer, documentNumber, issued, year, clauses } = shenjiang
    expect(first).toEqual({ id, title, issuer, documentNumber, issued, year, clauses: clauses.length, added: true })
    expect(others.map((notice) => notice.added)).toEqual(bundled.map(() => false))
    expect(ids(others)).toEqual(ids(bundled))
  })

  test('is the same when it is added again, and replaced by another edition', async () => {
    await add(shenjiang)
    expect(await add(shenjiang)).toBe('unchanged')
    expect(await add(edition(shenjiang, '不超过500人', '不超过800人'))).toBe('replaced')
    const { notices } = await start()
    expect(notices[0]?.clauses.find(({ id }) => id === '2.1')?.text).toContain('800人')
    expect(notices).toHaveLength(bundled.length + 1)
  })

  test('is found from then on and no more when it is removed', async () => {
    const hits = async () => searchClauses(db, { query: '创新券可以转让质押吗', limit: 3 })
    expect((await hits()).some((hit) => hit.notice === shenjiang.id)).toBe(false)
    await add(shenjiang)
    expect((await hits())[0]).toMatchObject({ notice: shenjiang.id, clause: '4.3' })
    expect(await remove(shenjiang.id)).toBe(true)
    expect((await hits()).some((hit) => hit.notice === shenjiang.id)).toBe(false)
    expect(ids((await start()).notices)).toEqual(ids(bundled))
  })

  test('stays when a later version of the assistant brings one with its id', async () => {
    await add(shenjiang)
    const brought = edition(shenjiang, '不超过500人', '不超过100人')
    const { notices } = await start([brought, ...bundled])
    expect(notices[0]).toEqual(shenjiang)
  })
})

describe('a notice that came with the assistant', () => {
  test('stays removed at the next start', async () => {
    expect(await remove('medical-2022')).toBe(true)
    expect(await remove('medical-2022')).toBe(false)
    const { notices, report } = await start()
    expect(report).toMatchObject({ indexed: [], removed: [] })
    expect(ids(notices)).toEqual(ids(bundled).filter((id) => id !== 'medical-2022'))
  })

  test('is there again when it is added as it came', async () => {
    await remove('medical-2022')
    expect(await add(bundled.find(({ id }) => id === 'medical-2022')!)).toBe('restored')
    expect((await start()).notices).toEqual(bundled)
    expect((await listNotices(db)).every((notice) => !notice.added)).toBe(true)
  })

  test('stays replaced by an edition that people added, until it is added as it came', async () => {
    const original = bundled.find(({ id }) => id === 'medical-2025')!
    expect(await add(edition(original, '100 件以上', '120 件以上'))).toBe('replaced')
    const text = async () => (await start()).notices[0]?.clauses.find(({ id }) => id === '1.2.1')?.text
    expect(await text()).toContain('120件以上')
    expect(await add(original)).toBe('restored')
    expect(await text()).toContain('100件以上')
  })

  test('goes when a later version of the assistant comes without it, and comes when one brings it', async () => {
    expect((await start(all)).report.indexed).toEqual(['review-2024'])
    expect((await start(bundled)).report.removed).toEqual(['review-2024'])
  })
})

test('the version changes with every change, and with nothing else', async () => {
  const versions = [await noticesVersion(db)]
  const changes = [
    () => add(shenjiang),
    () => add(edition(shenjiang, '不超过500人', '不超过600人')),
    () => remove('medical-2022'),
    () => remove(shenjiang.id),
  ]
  for (const change of changes) {
    await change()
    versions.push(await noticesVersion(db))
    await start()
    expect(await noticesVersion(db)).toBe(versions.at(-1))
  }
  expect(new Set(versions).size).toBe(versions.length)
})

test('an addition that fails half way leaves everything as it was', async () => {
  const before = await noticesVersion(db)
  const broken = { ...shenjiang, clauses: [...shenjiang.clauses, shenjiang.clauses[0]!] }
  await expect(addNotice(db, bundled, broken)).rejects.toThrow('clause_pkey')
  expect(await noticesVersion(db)).toBe(before)
  expect((await start()).notices).toEqual(bundled)
})

test('the desk puts the index in line first and tells of changes alone', async () => {
  await start([])
  let changes = 0
  const desk = openNoticeDesk(db, bundled, async () => void changes++)
  expect(ids(await desk.list())).toEqual(ids(bundled))
  expect(await desk.add(imported)).toMatchObject({ addition: 'added', metadata: { id: shenjiang.id } })
  expect(await desk.add(imported)).toMatchObject({ addition: 'unchanged', clauses: shenjiang.clauses.length })
  expect(await desk.remove('no-such-notice')).toBe(false)
  expect(changes).toBe(1)
  expect(await desk.remove(shenjiang.id)).toBe(true)
  expect(changes).toBe(2)
})
