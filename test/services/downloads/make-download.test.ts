import { extractRawText } from 'mammoth'
import { describe, expect, test } from 'vitest'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { assessmentSchema } from '../../../services/eligibility/assessment.ts'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import type { Answers } from '../../../services/eligibility/rule.ts'
import { downloadNames, downloadsOf } from '../../../services/downloads/download.ts'
import { makeDownload } from '../../../services/downloads/make-download.ts'
import { resolved } from '../eligibility/resolved.ts'

const notices = loadNotices()
const squeeze = (text: string) => text.replace(/\s/gu, '')

async function filesOf(programme: (typeof resolved)[number], answers: Answers, asOf: string, unit?: string) {
  const assessment = checkProgramme(programme, answers, asOf)
  const notice = notices.find(({ id }) => id === programme.notice)!
  const [sheet, list, calendar, record] = await Promise.all(
    downloadNames.map((name) =>
      makeDownload(name, { assessment, programme, notice, ...(unit !== undefined && { unit }) }),
    ),
  )
  const textOf = async (body: Buffer) => squeeze((await extractRawText({ buffer: body })).value)
  return {
    assessment,
    sheet: await textOf(sheet!.body),
    list: await textOf(list!.body),
    calendar: calendar!.body.toString(),
    record: JSON.parse(record!.body.toString()),
    names: [sheet, list, calendar, record].map((one) => one!.fileName),
  }
}

describe.each(resolved)('$id', (programme) => {
  const asOf = programme.window.closes
  const answers = Object.fromEntries(programme.factKeys.map((key) => [key, null])) as Answers

  test('the sheet has every question, criterion and clause, and says what it is not', async () => {
    const { sheet, assessment, names } = await filesOf(programme, answers, asOf)
    for (const words of ['自查结果，非正式审查结论', asOf, assessment.rulesVersion, '还有条件待确认'])
      expect(sheet).toContain(words)
    for (const { title, required, source } of assessment.criteria)
      for (const words of [title, required, source.quote]) expect(sheet).toContain(squeeze(words))
    for (const { text, source } of assessment.commitments)
      for (const words of [text, source.quote]) expect(sheet).toContain(squeeze(words))
    expect(sheet.split('未填写').length - 1).toBeGreaterThanOrEqual(programme.factKeys.length)
    expect(names.every((name) => name.startsWith(`${programme.year}年`) && name.includes(asOf))).toBe(true)
  })

  test('the list has every item with its clause, and a schedule while the window is open', async () => {
    const { list, assessment } = await filesOf(programme, answers, asOf)
    for (const { text, source } of assessment.preparation) {
      expect(list).toContain(squeeze(text))
      if (source) expect(list).toContain(squeeze(source.quote))
    }
    expect(list).toContain('建议日程')
    expect((await filesOf(programme, answers, '2026-11-21')).list).not.toContain('建议日程')
  })

  test('the calendar has the last day as a whole day in lines of at most 75 bytes', async () => {
    const { calendar } = await filesOf(programme, answers, asOf)
    expect(calendar).toContain(`DTSTART;VALUE=DATE:${asOf.replaceAll('-', '')}\r\n`)
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  test('there is no calendar of a day that has passed, and all else as before', () => {
    const offered = (asOf: string) => downloadsOf(checkProgramme(programme, answers, asOf))
    expect(offered(programme.window.closes)).toEqual(downloadNames)
    expect(offered('2026-11-21')).toEqual(downloadNames.filter((name) => name !== 'deadline.ics'))
  })

  test('both Word files begin with who fills them in and when: what is known is written, the rest is blank', async () => {
    const date = asOf.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')
    for (const unit of [undefined, '某某医院']) {
      const { sheet, list } = await filesOf(programme, answers, asOf, unit)
      for (const text of [sheet, list])
        expect(text.slice(0, 80)).toMatch(new RegExp(`单位名称：${unit ?? '＿{8,}'}填表人：＿{4,}日期：${date}`))
    }
  })

  test('the record is the assessment with its questions', async () => {
    const { record, assessment } = await filesOf(programme, answers, asOf)
    expect(record.assessment).toEqual(assessment)
    expect(assessmentSchema.parse(record.assessment)).toEqual(assessment)
    expect(record.questions.map(({ key }: { key: string }) => key)).toEqual(programme.factKeys)
  })
})

test('reminders come before the last day, and none for days that have passed', async () => {
  const programme = resolved[0]!
  const alarms = async (asOf: string) => (await filesOf(programme, {}, asOf)).calendar.match(/TRIGGER.*/gu) ?? []
  expect(await alarms('2025-06-04')).toHaveLength(3)
  expect(await alarms('2025-06-11')).toHaveLength(1)
  expect((await alarms('2025-06-11'))[0]).toContain('-PT15H')
  expect(await alarms('2025-06-13')).toEqual([])
})
