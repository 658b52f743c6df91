import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnswers } from '../../../services/eligibility/answers.ts'
import { parseAnswersJson } from '../../../services/eligibility/parse-answers-json.ts'
import { arbitraryAnswers } from './arbitrary-answers.ts'
import { facts, programmeOf, resolved } from './resolved.ts'

const { factKeys, facts: asked } = programmeOf('medical-center-2025')
const hospital2022 = programmeOf('medical-center-2022').facts

const good = [
  { input: '{}', answers: {} },
  { input: '{"hasEquityCase": null}', answers: { hasEquityCase: null } },
  { input: '{"validInventionPatents": 0}', answers: { validInventionPatents: 0 } },
  { input: '{"validInventionPatents": 1e2}', answers: { validInventionPatents: 100 } },
  { input: '{"inventoryRatePercent": 100}', answers: { inventoryRatePercent: 100 } },
  { input: '{"inventoryRatePercent": 99.95}', answers: { inventoryRatePercent: 99.95 } },
  { input: '{"incomeSince2023Wan": 0.01}', answers: { incomeSince2023Wan: 0.01 } },
]

test.each(good)('$input is taken as it is', ({ input, answers }) => {
  expect(readAnswers(asked, JSON.parse(input))).toEqual({ answers })
})

const bad = [
  { input: '{"validInventionPatents": -1}', path: 'validInventionPatents', message: '应为不小于0的整数' },
  { input: '{"validInventionPatents": 99.5}', path: 'validInventionPatents', message: '应为不小于0的整数' },
  { input: '{"validInventionPatents": 9007199254740993}', path: 'validInventionPatents', message: '应为不小于0的整数' },
  { input: '{"validInventionPatents": "120"}', path: 'validInventionPatents', message: '应为不小于0的整数' },
  { input: '{"validInventionPatents": true}', path: 'validInventionPatents', message: '应为不小于0的整数' },
  { input: '{"validInventionPatents": [120]}', path: 'validInventionPatents', message: '应为不小于0的整数' },
  { input: '{"validInventionPatents": 1e999}', path: 'validInventionPatents', message: '应为不小于0的整数' },
  { input: '{"inventoryRatePercent": 100.01}', path: 'inventoryRatePercent', message: '应为0到100之间的数' },
  { input: '{"inventoryRatePercent": -0.01}', path: 'inventoryRatePercent', message: '应为0到100之间的数' },
  { input: '{"inventoryRatePercent": NaN}', path: 'inventoryRatePercent', message: '应为0到100之间的数' },
  { input: '{"incomeSince2023Wan": Infinity}', path: 'incomeSince2023Wan', message: '应为不小于0的数' },
  { input: '{"incomeSince2023Wan": -Infinity}', path: 'incomeSince2023Wan', message: '应为不小于0的数' },
  { input: '{"incomeSince2023Wan": -5}', path: 'incomeSince2023Wan', message: '应为不小于0的数' },
  { input: '{"hasEquityCase": 1}', path: 'hasEquityCase', message: '应为 true 或 false' },
  { input: '{"hasEquityCase": "true"}', path: 'hasEquityCase', message: '应为 true 或 false' },
  { input: '{"willingToBuild": true}', path: 'willingToBuild', message: '没有这个字段' },
  { input: '{"patents": 120}', path: 'patents', message: '没有这个字段' },
  { input: '{"__proto__": {"hasEquityCase": true}}', path: '__proto__', message: '没有这个字段' },
  { input: '{"constructor": null}', path: 'constructor', message: '没有这个字段' },
  { input: '{"toString": 1}', path: 'toString', message: '没有这个字段' },
  { input: '[]', path: '', message: '应为 JSON 对象' },
  { input: 'null', path: '', message: '应为 JSON 对象' },
  { input: '"answers"', path: '', message: '应为 JSON 对象' },
]

test.each(bad)('$input is refused at $path', ({ input, path, message }) => {
  expect(readAnswers(asked, parseAnswersJson(input))).toEqual({ faults: [{ path, message }] })
})

test.each([{ hospitalLevel: '三级' }, { hospitalLevel: 'Tertiary' }, { hospitalLevel: 3 }])(
  '%j is no choice',
  (input) => {
    const faults = [{ path: 'hospitalLevel', message: '应为 tertiary、secondary、primary、unrated 之一' }]
    expect(readAnswers(hospital2022, input)).toEqual({ faults })
  },
)

test('all faults are told at once', () => {
  const read = readAnswers(asked, { validInventionPatents: -1, inventoryRatePercent: 101, nobody: 1, asks: 2 })
  const paths = 'faults' in read ? read.faults.map(({ path }) => path) : []
  expect(paths.sort()).toEqual(['asks', 'inventoryRatePercent', 'nobody', 'validInventionPatents'])
})

test('every answer of the right type passes', () => {
  for (const programme of resolved) {
    fc.assert(
      fc.property(arbitraryAnswers(programme), (answers) => {
        expect(readAnswers(programme.facts, answers)).toHaveProperty('answers')
      }),
    )
  }
})

test('whatever comes in is taken as it is or refused, never changed', () => {
  const values = fc.oneof(fc.jsonValue(), fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, '', '0', 2 ** 53))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...factKeys), values), (input) => {
      const read = readAnswers(asked, input)
      if ('faults' in read) {
        expect(read.faults.every(({ path }) => Object.hasOwn(input, path))).toBe(true)
        return
      }
      for (const [key, answer] of Object.entries(read.answers)) {
        expect(answer).toBe(input[key])
        if (typeof answer === 'number') expect(Number.isFinite(answer) && answer >= 0).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})

describe('numbers that JSON has not', () => {
  test('stand only outside of strings', () => {
    expect(parseAnswersJson('{"a": "NaN \\" Infinity", "b": NaN}')).toEqual({ a: 'NaN " Infinity', b: Infinity })
  })

  test.each(['{', '{"a": NotANumber}', '', '{"a": undefined}', "{'a': NaN}"])('%j is no JSON', (text) => {
    expect(() => parseAnswersJson(text)).toThrow(SyntaxError)
  })
})

test('each fact asks one question and gives an example', () => {
  for (const [key, { prompt, help, why, label }] of Object.entries(facts)) {
    expect(prompt, key).toMatch(/？$/)
    expect(help, key).toMatch(/例：/)
    expect(why, key).toMatch(/。$/)
    expect(label, key).not.toBe('')
  }
})
