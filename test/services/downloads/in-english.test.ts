import { extractRawText } from 'mammoth'
import { expect, test } from 'vitest'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import type { Assessment } from '../../../services/eligibility/assessment.ts'
import { realApp } from '../../support/real-app.ts'
import { talk } from '../interview/interview-talk.ts'

const { say, url } = await realApp({ today: () => '2025-06-10' })
const [notice] = loadNotices().filter(({ id }) => id === 'medical-2025')

const one = await talk(say, 'self-check 2025 medical IP operation centre')
for (const words of ['yes', 'yes', 'yes', '130', '100%', '12.5', '6 million yuan', 'confirm']) await one.say(words)
const assessment = one.reply.assessment as Assessment

/** A file of the verdict, as it is downloaded. */
async function fileNamed(label: string) {
  const { url: path } = one.reply.downloads!.find((download) => download.label === label)!
  const response = await fetch(`${url}${path}`)
  const name = decodeURIComponent(/filename\*=UTF-8''(.*)$/u.exec(response.headers.get('content-disposition')!)![1]!)
  return { name, body: Buffer.from(await response.arrayBuffer()) }
}
const linesOf = async (body: Buffer) => (await extractRawText({ buffer: body })).value.split('\n').filter(Boolean)

/** Chinese that may stand in an English file: the notice's title and clauses in their marks, where they stand, addresses. */
const isOfNotice = (line: string): boolean =>
  /^“[^]*”$|^《[^]*》|›|^Ask: |^Address: /u.test(line) ||
  notice!.clauses.some(({ path }) => path.endsWith(line)) ||
  !/\p{Script=Han}/u.test(line.replace(/“[^]*”|\([^()]*\)/gu, ''))

test('the sheet is in English, its clauses as they stand in the notice', async () => {
  const { name, body } = await fileNamed('Self-check sheet (Word)')
  expect(name).toBe('2025_Shanghai_medical_IP_operation_centre_Self-check_sheet_2025-06-10.docx')
  const lines = await linesOf(body)
  expect(lines.filter((line) => !isOfNotice(line))).toEqual([])
  const text = lines.join('\n')
  for (const words of [
    'Self-check sheet',
    'Result of a self-check, no official ruling',
    'Result: all conditions are met; you can apply now.',
    'How many valid invention patents does your unit have on the day of applying?',
    '130 patents',
    '6,000,000 yuan',
    'To be reached after the award',
    'Declare at least 5 patents for open licence in 2025',
  ])
    expect(text).toContain(words)
  for (const { source } of [...assessment.criteria, ...assessment.commitments])
    expect(text.replace(/\s/gu, '')).toContain(source.quote.replace(/\s/gu, ''))
})

test('the preparation list is in English, with its dates', async () => {
  const { name, body } = await fileNamed('Preparation list (Word)')
  expect(name).toMatch(/^2025_Shanghai_medical_IP_operation_centre_Preparation_list_/u)
  const lines = await linesOf(body)
  expect(lines.filter((line) => !isOfNotice(line))).toEqual([])
  expect(lines.join('\n')).toMatch(/13 June 2025\nThe last day that the notice names\./u)
})

test('the calendar and the data are in English', async () => {
  const calendar = (await fileNamed('Deadline (calendar)')).body.toString()
  expect(calendar).toContain('SUMMARY:Last day: 2025 Shanghai medical IP operation centre')
  expect(calendar).not.toMatch(/\p{Script=Han}/u)
  const record = JSON.parse((await fileNamed('All data (JSON)')).body.toString())
  expect(record).toMatchObject({ note: 'Result of a self-check, no official ruling', assessment: { language: 'en' } })
  for (const { prompt } of record.questions) expect(prompt).toMatch(/\?$/u)
})
