import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { dateSchema, readAnswers } from '../../services/eligibility/answers.ts'
import type { Assessment } from '../../services/eligibility/assessment.ts'
import { checkProgramme } from '../../services/eligibility/check-programme.ts'
import { parseAnswersJson } from '../../services/eligibility/parse-answers-json.ts'
import type { ProgrammesInUse } from '../../services/eligibility/programmes-in-use.ts'
import type { ResolvedProgramme } from '../../services/eligibility/resolve-programmes.ts'
import type { Answers } from '../../services/eligibility/rule.ts'
import { describeSuspension } from '../../services/eligibility/warning.ts'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { today } from '../today.ts'
import { programmesToCheck } from './programmes-to-check.ts'

const usage = '用法：npm run check -- PROGRAMME FILE.json [--as-of YYYY-MM-DD]'

/** EX_USAGE and EX_SOFTWARE of sysexits; 0, 1 and 2 are verdicts. */
const badInput = 64
const ownFault = 70

const exitCodes: Record<Assessment['verdict'], number> = { eligible: 0, ineligible: 1, undetermined: 2 }

/** What is wrong with the input, a line each. */
class InputError extends Error {}

const complain = (line: string) => void process.stderr.write(`${line}\n`)
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function readArguments(args: string[]): { id: string; file: string; asOf: string | undefined } {
  try {
    const options = { 'as-of': { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [id, file, ...more] = positionals
    if (id === undefined || file === undefined || more.length > 0) throw new InputError('要有两个参数')
    return { id, file, asOf: values['as-of'] }
  } catch (error) {
    throw new InputError(`${(error as Error).message}\n${usage}`)
  }
}

function requireProgramme({ programmes, suspended }: ProgrammesInUse, id: string): ResolvedProgramme {
  const programme = programmes.find((one) => one.id === id)
  const paused = suspended.find((one) => one.id === id)
  if (paused) throw new InputError(`PROGRAMME: ${describeSuspension(paused)}`)
  if (!programme) throw new InputError(`PROGRAMME: 没有项目 ${id}，有 ${programmes.map((one) => one.id).join('、')}`)
  return programme
}

function readJson(file: string): unknown {
  try {
    return parseAnswersJson(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new InputError(`${file}: ${(error as Error).message}`)
  }
}

/** The file holds the answers or, as the body of a request does, `{ "answers": {…}, "asOf"?: … }`. */
function readInput(programme: ResolvedProgramme, content: unknown): { answers: Answers; asOf?: unknown } {
  const isBody = isObject(content) && Object.hasOwn(content, 'answers')
  const { answers: given, asOf, ...others } = isBody ? (content as Record<string, unknown>) : { answers: content }
  const prefix = isBody ? 'answers' : ''
  const read = readAnswers(programme.facts, given)
  const faults = 'faults' in read ? read.faults : []
  const lines = [
    ...Object.keys(others).map((key) => `${key}: 没有这个字段`),
    ...faults.map(({ path, message }) => `${[prefix, path].filter(Boolean).join('.') || '文件'}: ${message}`),
  ]
  if (!('answers' in read) || lines.length > 0) throw new InputError(lines.join('\n'))
  return { answers: read.answers, asOf }
}

function readDay(path: string, given: unknown): string {
  const { data, error } = dateSchema.safeParse(given)
  if (error) throw new InputError(`${path}: ${error.issues[0]?.message}`)
  return data
}

/** @throws {InputError} */
async function check(args: string[], config: Config): Promise<Assessment> {
  const { id, file, asOf } = readArguments(args)
  const programme = requireProgramme(await programmesToCheck(config, complain), id)
  const input = readInput(programme, readJson(file))
  const inFile = input.asOf === undefined ? today(config.timeZone) : readDay('asOf', input.asOf)
  return checkProgramme(programme, input.answers, asOf === undefined ? inFile : readDay('--as-of', asOf))
}

async function main(): Promise<number> {
  try {
    const assessment = await check(process.argv.slice(2), readConfig(process.env))
    process.stdout.write(`${JSON.stringify(assessment, null, 2)}\n`)
    return exitCodes[assessment.verdict]
  } catch (error) {
    const isInput = error instanceof InputError || error instanceof ConfigError
    process.stderr.write(`${isInput ? error.message : (error as Error).stack}\n`)
    return isInput ? badInput : ownFault
  }
}

process.exitCode = await main()
