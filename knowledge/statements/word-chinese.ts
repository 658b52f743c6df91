import frames from '../lexicon/statement-frames.json' with { type: 'json' }
import { lengthOf } from '../language/characters.ts'
import { perRun } from '../language/find-per.ts'
import type { StatedFigure, Statement } from './statement.ts'
import { changing, firstOnes } from './words.ts'

/** Longest lead, in characters. */
export const longestLead = 60

const verbal = /(?:占|为|是|增长|增幅|提高|提升|增加|上升|下降|减少|降低|[的至到为于近增加升超及和或、]|^)$/u

/** 达到100件以上 as 不少于100件, 20家以内 as 不超过20家, where a noun stands before it and nothing behind. */
function inPlainWords(figure: StatedFigure, head: string, tail: string): string {
  const { phrase, printed, bound, upTo, kind } = figure
  if (upTo !== undefined || verbal.test(head) || !/^(?:$|[（(])/u.test(tail)) return phrase
  if (kind === 'duration' || kind === 'plain' || kind === 'multiple' || printed === '100%') return phrase
  if (bound === 'atLeast' && new RegExp(`^达?到?${escaped(printed)}(?:及|或)?以上$`, 'u').test(phrase))
    return `${kind === 'percent' ? frames.zh.notBelow : frames.zh.notFewer}${printed}`
  if (bound === 'atMost' && new RegExp(`^${escaped(printed)}(?:(?:及|或)?以下|以内|之内)$`, 'u').test(phrase))
    return `${frames.zh.notMore}${printed}`
  return phrase
}

const escaped = (text: string): string => text.replace(/[.*+?^$|/()]/gu, String.raw`\$&`)

/** The rule's own words, with its bound in plain ones. */
export function ruleWords(statement: Statement): string {
  const text = statement.parts.find(({ role }) => role === 'rule')?.text ?? ''
  const { figure } = statement
  const at = figure ? text.lastIndexOf(figure.phrase) : -1
  if (!figure || at < 0 || text.indexOf(figure.phrase) !== at) return text
  const [head, tail] = [text.slice(0, at), text.slice(at + figure.phrase.length)]
  return `${head}${inPlainWords(figure, head, tail)}${tail}`
}

/** A head that ends like a number, and a value that is a word, stand apart; a bound doesn't: 名额不超过3家. */
const headed = ({ column, value }: { column: string; value: string }): string =>
  `${column}${/[\dA-Za-z]$/u.test(column) || !/^[\d≥≤<>不至最约超每]/u.test(value) ? frames.zh.is : ''}${value}`

const cellWords = ({ cells, kind }: Statement): string => {
  const { table, label, entries } = cells!
  const under = table === '' ? '' : `（${table}）`
  if (kind === 'cell') return `${label}：${entries.map((entry) => headed(entry)).join('，')}${under}`
  return `${entries.map(({ column, value }) => `${column}：${value}`).join('；')}${under}`
}

/** A statement with all its company, in Chinese. */
export function wordChinese(statement: Statement): string {
  if (statement.cells) return `${cellWords(statement)}。`
  const words = statement.parts.map(
    ({ role, text, joint }) => `${joint}${role === 'rule' ? ruleWords(statement) : text}`,
  )
  return `${statement.leadIn ?? ''}${words.join('').replace(/。+$/u, '')}。`
}

/** For what a figure is counted, as the text says it: 每家单位. */
export function perWords(statement: Statement): string | undefined {
  const text = statement.parts.find(({ role }) => role === 'rule')?.text ?? ''
  return new RegExp(perRun, 'u').exec(text)?.[0]
}

/** 每名专家只能推荐1名: 每名 alone leaves out of what; 每间宿舍每月30度: and 每间 the month. */
const isPerOpen = (text: string, led: string): boolean => {
  const [before = '', ...behind] = text.split(led)
  const isCut =
    /[名位个家]$/u.test(led) &&
    /^(?![最不至限可约达应须给补奖按获只需推申支定拨发])\p{Script=Han}/u.test(behind[0] ?? '')
  return isCut || /每/u.test(before) || /每/u.test(behind.join(''))
}

const boundWords = frames.zh.bounds as Record<StatedFigure['bound'], string>

/** 年龄放宽2周岁, 首小时10元, 获国家奖的奖励50万元: a figure that is not the whole answer. */
export function holdsForPart({ figure, parts, metric = '', subject = '' }: Statement): boolean {
  const [head = ''] = (parts.find(({ role }) => role === 'rule')?.text ?? '').split(figure?.phrase ?? '\0')
  return figure !== undefined && (changing.test(head) || firstOnes.test(metric) || subject.endsWith('的'))
}

/** 至少100件（含100件）, 每家单位最多20万元. Nothing where the text says for what it is counted in words of its own. */
function figureLead(statement: Statement, figure: StatedFigure): string | undefined {
  const { bound, printed, phrase, per, upTo, kind, includesLimit } = figure
  const led = per.length > 0 ? perWords(statement) : /每|单[个家一户]/u.test(ruleWords(statement)) ? undefined : ''
  if (
    led === undefined ||
    upTo !== undefined ||
    kind === 'plain' ||
    /[内前后]$/u.test(phrase) ||
    statement.kind === 'rate'
  )
    return undefined
  if (per.length > 0 && (printed.includes('/') || isPerOpen(ruleWords(statement), led))) return undefined
  // 3个月租金 is no length of time.
  if (holdsForPart(statement) || (kind === 'duration' && statement.object !== undefined)) return undefined
  const word = printed === '100%' ? '' : boundWords[bound]
  const isAsked = /以[上下内]|[（(]/u.test(phrase) && (bound === 'atLeast' || bound === 'atMost') && includesLimit
  return `${led}${word}${printed}${isAsked && kind !== 'percent' ? `（含${printed}）` : ''}`
}

/** Whether a figure may be said without the words around it: no condition, exception or alternative changes what it is. */
const isPlain = ({ parts, modality, hedge, leadIn, kind, note, group, figure }: Statement): boolean =>
  parts.every(
    ({ role, text }) =>
      role !== 'exception' &&
      role !== 'before' &&
      !/除外|不计/u.test(text) &&
      !(role === 'condition' && /的$/u.test(text)),
  ) &&
  !['may', 'need-not', 'must-not'].includes(modality) &&
  hedge === undefined &&
  (leadIn === undefined || figure?.unit === '字') &&
  kind !== 'growth' &&
  group === undefined &&
  !(note?.startsWith('不含') ?? false)

const countWords: Record<number, string> = { 2: '两项', 3: '三项', 4: '四项', 5: '五项', 6: '六项' }
/** 应当做好相关工作: by whom stands in the words before. */
const lacksSubject = ({ subject, kind, parts }: Statement): boolean =>
  subject === undefined && kind !== 'ban' && parts.some(({ role }) => role === 'context')

/** 自历史建筑、传统风貌建筑公布之日起: the words of a term may begin before it. */
const isWhole = (phrase: string, words: string): boolean =>
  !/[、和或及与]$/u.test(words.slice(0, words.indexOf(phrase)))

/** A ban, and a consequence, say all in their own chunk. */
const standsShort = ({ kind, parts }: Statement): boolean =>
  kind === 'ban' && parts.every(({ role }) => role !== 'after') && parts.every(({ role }) => role !== 'condition')

const short = (text: string): string | undefined => (lengthOf(text) <= longestLead ? text : undefined)

/** The shortest way to say a statement, at most `longestLead` characters; undefined where nothing so short is true alone. */
export function leadChinese(statement: Statement): string | undefined {
  const { figure, date, kind, parts } = statement
  const whole = short(wordChinese(statement))
  if (statement.cells) return whole
  if (statement.group)
    return `${countWords[statement.group.members.length] ?? `${statement.group.members.length}项`}${frames.zh.oneIsEnough}。`
  if (figure && statement.verb?.endsWith(frames.zh.inCopies)) return `${frames.zh.inCopies}${figure.printed}。`
  if (figure && isPlain(statement)) {
    const lead = figureLead(statement, figure)
    if (lead !== undefined && !ruleWords(statement).startsWith(frames.zh.partOf)) return `${lead}。`
  }
  if (
    kind === 'deadline' &&
    date &&
    isWhole(date.phrase, ruleWords(statement)) &&
    !(date.term && date.term.anchor === undefined && parts.some(({ role }) => role === 'before')) &&
    !parts.some(({ role }) => role === 'condition' || role === 'exception')
  )
    return `${date.phrase.replace(/^[于在自](?=\d|\p{Script=Han}{2})/u, '')}。`
  if (whole !== undefined) return whole
  // An action that goes on behind the rule would be cut.
  if (parts.some(({ role }) => role === 'after' || role === 'before') && !standsShort(statement)) return undefined
  const needed = parts.filter(({ role }) => role === 'condition' || role === 'exception' || role === 'rule')
  const words = needed.map(({ role, text }) => (role === 'rule' ? ruleWords(statement) : text)).join('，')
  return statement.leadIn === undefined &&
    !/^(?:其|且|并|该|也)/u.test(words) &&
    !lacksSubject(statement) &&
    !/，也/u.test(words)
    ? short(`${words}。`)
    : undefined
}
