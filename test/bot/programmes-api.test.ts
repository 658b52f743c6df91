import { describe, expect, test } from 'vitest'
import { assessmentSchema } from '../../services/eligibility/assessment.ts'
import { checkProgramme } from '../../services/eligibility/check-programme.ts'
import { facts, programmeOf, resolved } from '../services/eligibility/resolved.ts'
import { jsonOf, post } from '../support/app.ts'
import { startProgrammes } from './programmes-app.ts'

test('GET /api/programmes lists them newest first with their questions', async () => {
  const listed = await jsonOf(await fetch(`${await startProgrammes()}/api/programmes`))
  expect(listed.map((one: { id: string; year: number }) => `${one.id} ${one.year}`)).toEqual(
    resolved.map(({ id, year }) => `${id} ${year}`),
  )
  expect(listed[0].window).toEqual({ status: 'open', opens: '2025-06-04', closes: '2025-06-13' })
  expect(listed[2].window).toEqual({ status: 'closed', closes: '2022-11-23' })
  expect(listed[0].notice).toBe('medical-2025')
  for (const [at, { factKeys }] of resolved.entries()) {
    expect(listed[at].questions.map(({ key }: { key: string }) => key)).toEqual(factKeys)
  }
  const [, , , patents] = listed[0].questions
  expect(patents).toMatchObject({ type: 'int', unit: '件', prompt: facts['validInventionPatents']!.prompt })
  const level = listed[2].questions.find(({ key }: { key: string }) => key === 'hospitalLevel')
  expect(level.options[0]).toEqual({ value: 'tertiary', label: '三级' })
})

test('a programme that is open comes before newer ones that are not', async () => {
  const order = async (asOf: string) => {
    const listed = await jsonOf(await fetch(`${await startProgrammes(asOf)}/api/programmes`))
    return listed.map((one: { id: string; window: { status: string } }) => `${one.id} ${one.window.status}`)
  }
  expect(await order('2022-11-20')).toEqual([
    'medical-center-2022 open',
    'medical-center-2025 not-yet-open',
    'medical-promotion-2025 not-yet-open',
    'university-center-2022 closed',
  ])
  const statuses = (await order('2026-11-21')).map((one: string) => one.split(' ')[1])
  expect(new Set(statuses)).toEqual(new Set(['closed']))
})

describe('POST /api/programmes/{id}/check', () => {
  const answers = { validInventionPatents: 88, incomeSince2023Wan: 499.9, hasEquityCase: false }

  test.each(resolved)('answers for $id what the checker says', async (programme) => {
    const response = await post(`${await startProgrammes()}/api/programmes/${programme.id}/check`, { answers: {} })
    expect(response.status).toBe(200)
    const assessment = await jsonOf(response)
    expect(assessment).toEqual(checkProgramme(programme, {}, '2025-06-10'))
    expect(assessmentSchema.parse(assessment)).toEqual(assessment)
  })

  test('judges the window on the day given, else today', async () => {
    const url = `${await startProgrammes()}/api/programmes/medical-center-2025/check`
    const given = await jsonOf(await post(url, { answers, asOf: '2025-06-14' }))
    expect(given).toEqual(checkProgramme(programmeOf('medical-center-2025'), answers, '2025-06-14'))
    const without = await jsonOf(await post(url, { answers }))
    expect(without).toMatchObject({ asOf: '2025-06-10', window: { status: 'open', daysLeft: 3 } })
  })

  const bad: { body: string; paths: string[] }[] = [
    { body: '{"answers": {"validInventionPatents": -1}}', paths: ['answers.validInventionPatents'] },
    { body: '{"answers": {"validInventionPatents": 1.5}}', paths: ['answers.validInventionPatents'] },
    { body: '{"answers": {"validInventionPatents": "100"}}', paths: ['answers.validInventionPatents'] },
    { body: '{"answers": {"validInventionPatents": 1e400}}', paths: ['answers.validInventionPatents'] },
    { body: '{"answers": {"inventoryRatePercent": 100.5}}', paths: ['answers.inventoryRatePercent'] },
    { body: '{"answers": {"inventoryRatePercent": NaN}}', paths: ['answers.inventoryRatePercent'] },
    { body: '{"answers": {"incomeSince2023Wan": -Infinity}}', paths: ['answers.incomeSince2023Wan'] },
    { body: '{"answers": {"hasEquityCase": "是"}}', paths: ['answers.hasEquityCase'] },
    { body: '{"answers": {"nobodyAsks": 1}}', paths: ['answers.nobodyAsks'] },
    { body: '{"answers": {"hospitalLevel": "tertiary"}}', paths: ['answers.hospitalLevel'] },
    { body: '{"answers": {"__proto__": {"hasEquityCase": true}}}', paths: ['answers.__proto__'] },
    { body: '{"answers": {"constructor": {"prototype": {}}}}', paths: ['answers.constructor'] },
    { body: '{"answers": {}, "__proto__": {}}', paths: ['__proto__'] },
    { body: '{"answers": {}, "asOf": "2025-02-30"}', paths: ['asOf'] },
    { body: '{"answers": {}, "asOf": "13.6.2025"}', paths: ['asOf'] },
    { body: '{"answers": {}, "asOf": "0000-01-01"}', paths: ['asOf'] },
    { body: '{"answers": {}, "asOf": null}', paths: ['asOf'] },
    { body: '{"answers": {}, "asof": "2025-06-13"}', paths: ['asof'] },
    { body: '{"answers": []}', paths: ['answers'] },
    { body: '{"answers": null}', paths: ['answers'] },
    { body: '{}', paths: ['answers'] },
    { body: '[]', paths: [''] },
    {
      body: '{"answers": {"validInventionPatents": -1, "inventoryRatePercent": 101}, "asOf": "x"}',
      paths: ['answers.validInventionPatents', 'answers.inventoryRatePercent', 'asOf'],
    },
  ]

  test.each(bad)('refuses $body at $paths', async ({ body, paths }) => {
    const response = await post(`${await startProgrammes()}/api/programmes/medical-center-2025/check`, body)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    const { errors } = await jsonOf(response)
    expect(errors.map(({ path }: { path: string }) => path)).toEqual(paths)
    for (const { message } of errors) expect(message).toMatch(/\p{Script=Han}/u)
  })

  test.each(['', '{', 'NaN', '{"answers": {}'])('refuses %j, which is no such JSON', async (body) => {
    const response = await post(`${await startProgrammes()}/api/programmes/medical-center-2025/check`, body)
    expect(response.status).toBe(400)
  })

  test.each(['medical-center-2031', '__proto__', 'constructor'])('knows no programme %s', async (id) => {
    const response = await post(`${await startProgrammes()}/api/programmes/${id}/check`, { answers: {} })
    expect(response.status).toBe(404)
    expect(await jsonOf(response)).toMatchObject({ detail: '没有这个项目。' })
  })
})

describe('POST /api/match', () => {
  test('gives the programmes that share an answer, best first', async () => {
    const answers = { isShanghaiMedicalInstitution: true, validInventionPatents: 40, hospitalLevel: 'tertiary' }
    const response = await post(`${await startProgrammes()}/api/match`, { answers, asOf: '2026-11-21' })
    const { assessments } = await jsonOf(response)
    expect(assessments.map(({ programme }: { programme: string }) => programme)).toEqual([
      'medical-center-2022',
      'medical-center-2025',
    ])
    expect(assessments[0].window.status).toBe('closed')
  })

  test('gives none for no answers', async () => {
    const response = await post(`${await startProgrammes()}/api/match`, { answers: {} })
    expect(await jsonOf(response)).toEqual({ assessments: [] })
  })

  test('refuses what no programme asks for', async () => {
    const response = await post(`${await startProgrammes()}/api/match`, { answers: { nobodyAsks: 1 } })
    expect(response.status).toBe(400)
    expect((await jsonOf(response)).errors).toEqual([{ path: 'answers.nobodyAsks', message: '没有这个字段' }])
  })
})
