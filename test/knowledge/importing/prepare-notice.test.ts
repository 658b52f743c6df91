import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type KnownNotice, prepareNotice, readNoticeFile } from '../../../knowledge/importing/prepare-notice.ts'
import { loadNotices, noticesFolder } from '../../../knowledge/load-notices.ts'
import { temporaryDirectory } from '../../support/database.ts'
import { shenjiangFile, shenjiangText } from './shenjiang.ts'

const bundled = loadNotices()
const directory = temporaryDirectory()
let files = 0

function fileOf(source: string, metadata?: unknown, besides = (name: string) => `${name}.json`): string {
  const name = `notice${++files}`
  writeFileSync(join(directory, `${name}.txt`), source)
  const content = typeof metadata === 'string' ? metadata : JSON.stringify(metadata)
  if (metadata !== undefined) writeFileSync(join(directory, besides(name)), content)
  return join(directory, `${name}.txt`)
}

const prepare = async (file: string, known: KnownNotice[] = []) =>
  prepareNotice(await readNoticeFile(file), bundled, known)

describe('the metadata file beside a notice', () => {
  const given = { id: 'vouchers-2026', shortTitle: '申江创新券' }

  test('wins field by field', async () => {
    const notice = await prepare(fileOf(shenjiangText, given))
    expect(notice).toMatchObject({ ...given, documentNumber: '申江科委〔2026〕18号', issued: '2026-03-16' })
    expect(notice.programmes[0]).toMatchObject({ id: 'vouchers-2026' })
  })

  test('may keep the type of the text in its name', async () => {
    const file = fileOf(shenjiangText, given, (name) => `${name}.txt.json`)
    expect((await prepare(file)).id).toBe('vouchers-2026')
  })

  test.each([['创新券'], '创新券', null])('may have names from before, which nobody reads: %j', async (names) => {
    const programmes = [{ id: 'vouchers', title: '创新券', names }]
    const notice = await prepare(fileOf(shenjiangText, { ...given, names, programmes }))
    expect(notice).toMatchObject({ ...given, programmes: [{ id: 'vouchers', title: '创新券', section: '' }] })
    expect(JSON.stringify([notice.programmes, Object.keys(notice)])).not.toContain('names')
  })

  const faults: [string, unknown, RegExp][] = [
    ['is no JSON', '{"id": ', /notice\d+\.json 不是有效的 JSON/],
    ['holds no fields', [], /notice\d+\.json 有误/],
    ['has a field there is none of', { titel: 'x' }, /notice\d+\.json 有误：.*titel/],
    ['has a value of another type', { year: '2026' }, /有误：.*year/],
    ['has an id that is none', { id: 'A B' }, /有误：.*id/],
    ['names a day there is none of', { issued: '2026-02-30' }, /有误：.*issued/],
  ]
  test.each(faults)('is refused where it %s', async (_, metadata, reason) => {
    await expect(prepare(fileOf(shenjiangText, metadata))).rejects.toThrow(reason)
  })
})

describe('a notice known already', () => {
  test('is known by its number, and what was written about it by hand stays', async () => {
    const original = bundled.find(({ id }) => id === 'medical-2025')!
    const edition = await prepare(fileOf(original.source.replace('100 件以上', '120 件以上')))
    const { source, clauses, ...metadata } = edition
    expect(original).toMatchObject(metadata)
    expect(clauses.find(({ id }) => id === '1.2.1')?.text).toContain('120件以上')
    expect(source).not.toBe(original.source)
  })

  test('is known by title and year where it has no number', async () => {
    const file = join(directory, 'copy.txt')
    copyFileSync(join(noticesFolder, 'medical-2022.txt'), file)
    expect((await prepare(file)).id).toBe('medical-2022')
  })

  test('is known among those that were added', async () => {
    const known = await prepare(shenjiangFile)
    expect((await prepare(shenjiangFile, [{ ...known, id: 'vouchers' }])).id).toBe('vouchers')
  })

  test('is not one of another office, number or day with the same title', async () => {
    const source = '关于申报专利项目的通知\n一、申报对象\n本市企业和高校，科研院所。\n二、申报条件\n专利十件以上。\n'
    const file = fileOf(`${source}甲区知识产权局\n2026年3月2日`)
    const known = await prepare(file)
    expect(known.id).toBe('patent-2026')
    expect((await prepare(file, [known])).id).toBe('patent-2026')
    for (const foot of ['乙区知识产权局\n2026年3月2日', '甲区知识产权局\n2026年4月2日']) {
      expect((await prepare(fileOf(`${source}${foot}`), [known])).id).toBe('patent-2026-2')
    }
  })
})

test('a text without a provision is no notice', async () => {
  const heads = '申江科委〔2026〕18号\n申江区科学技术委员会关于开展科技创新券项目申报工作的通知\n区内各有关单位：\n'
  await expect(prepare(fileOf(heads))).rejects.toThrow('没有读出可以引用的条款')
})
