import { factTexts } from '../../eligibility/fact-texts.ts'
import { type Fact, factAt, type FactKey, type Facts } from '../../eligibility/document-facts.ts'
import { readAnswer, type Reading } from './read-answer.ts'

/** An answer that is to be another: which, and what it is now. */
export type Correction = { key: FactKey; reading: Reading }

/** What may be corrected: the questions asked so far in their order, the one answered last, and the open one. */
export type Correctable = {
  facts: Facts
  path: readonly FactKey[]
  last: FactKey | undefined
  open: FactKey | undefined
  limitsOf(key: FactKey): readonly number[]
}

const change =
  /^(?:请|麻烦|帮我|我要|我想)*(?:把|将)?(?<what>.{1,24}?)的?(?:回答|答案|数)?(?:要|应该|应)?(?:改成|改为|改到|改作|更正为|更正成|换成|修改为|修改成|其实是|应该是|应为)(?<to>.+)$/u
const changeEnglish = /^(?:please )?(?:change|correct|set|update|make) (?:the )?(?<what>.{2,60}?) to (?<to>.+)$/iu
const numbered = /^第?(?<at>\d{1,2}|[一二三四五六七八九十])[题个项问]?$/u
const earlier = /^(?:刚才|刚刚|上一?[题个条]|前面|前一[题个]|上面)(?:那一?[个题条项]|的)?/u
/** What only points, behind a name: 专利那个, 产业化率这一项. */
const pointing = /(?:的)?(?:那|这)一?[个题条项]?$/u
const wrong =
  /(?:刚才|刚刚|上一?[题个]|前面|之前)?(?:那一?[个题条项])?(?:我)?(?:说错|写错|填错|答错|打错|点错|搞错|错)了?/u
const takenBack =
  /(?:^|[，,。；;\s])(?:哦|啊|噢)?(?:不对|不是|说错了|错了|写错了|no,? (?:sorry|wait)|sorry|actually)[，,：:。\s]*(?:应该)?(?:是)?/iu
const asked = '一二三四五六七八九十'

/** Reads which answer a person takes back and what it is instead: 把产业化率改成10.2, 第2题改成是, 刚才那个说错了，是120. */
export function readCorrection(text: string, among: Correctable): Correction | undefined {
  const plain = text.trim().replace(/[。.！!]+$/u, '')
  const named = (change.exec(plain) ?? changeEnglish.exec(plain))?.groups
  if (named) return ofNamed(named['what']!, named['to']!, among)
  const said = wrong.exec(plain)
  if (said && said.index === 0) return ofEarlier(plain.slice(said[0].length), among)
  return ofOpen(plain, among)
}

/** Of several questions that a name may mean, the one that takes the answer: 130 is no answer to 专利盘点完成了吗. */
function ofNamed(what: string, to: string, among: Correctable): Correction | undefined {
  const corrections = keysNamed(what.trim(), among).flatMap((key) => readAs(key, to, among) ?? [])
  return corrections.length === 1 ? corrections[0] : undefined
}

/** The question that a person names: by its number, by its name, or as the one before. */
export function keyNamed(what: string, among: Correctable): FactKey | undefined {
  const [key, ...others] = keysNamed(what, among)
  return others.length === 0 ? key : undefined
}

/** The same, or those that share as much of the name. */
function keysNamed(what: string, { facts, path, last }: Correctable): FactKey[] {
  const at = numbered.exec(what)?.groups?.['at']
  const meant = at === undefined ? undefined : path[(Number(at) || asked.indexOf(at) + 1) - 1]
  if (at !== undefined) return meant === undefined ? [] : [meant]
  const name = what.replace(earlier, '').replace(pointing, '').toLowerCase()
  if (name === '') return last === undefined ? [] : [last]
  const matches = path
    .map((key) => ({ key, length: nameLength(factAt(facts, key), name) }))
    .filter(({ length }) => length > 0)
  const longest = Math.max(...matches.map(({ length }) => length))
  return matches.filter(({ length }) => length === longest).map(({ key }) => key)
}

/** How long the longest name of a fact is that some words hold, or that holds them. */
function nameLength(fact: Fact, what: string): number {
  const names = (['zh', 'en'] as const).flatMap((language) => [
    factTexts(fact, language).label,
    ...factTexts(fact, language).spokenAs,
    ...(language === 'en' ? [factTexts(fact, language).unit ?? ''] : []),
  ])
  const lengths = names
    .map((name) => name.toLowerCase())
    .filter((name) => name.length >= 2)
    // The whole name tells more than a part of another one.
    .map((name) =>
      what === name
        ? name.length + 1
        : what.includes(name)
          ? name.length
          : what.length >= 2 && name.includes(what)
            ? what.length
            : 0,
    )
  return Math.max(...lengths)
}

const ofName = /^(?<what>.{2,16}?)(?:应该|应)?(?:是|为|[:：])(?<value>.+)$/u

/** 说错了，是120: of the question answered last, or of the open one where only that takes it. */
function ofEarlier(rest: string, among: Correctable): Correction | undefined {
  const to = rest.replace(/^[，,：:。\s]*(?:应该)?是?/u, '')
  if (to === '') return undefined
  const { what, value } = ofName.exec(to)?.groups ?? {}
  const named = what === undefined || value === undefined ? undefined : ofNamed(what, value, among)
  if (named) return named
  const candidates = [among.last, among.open].flatMap((key) => (key === undefined ? [] : [readAs(key, to, among)]))
  return candidates.find((one) => one?.reading.kind === 'value')
}

/** 130，不对，是120: what stands behind counts, where what stands before could have been the answer too. */
function ofOpen(plain: string, among: Correctable): Correction | undefined {
  const back = takenBack.exec(plain)
  if (!back || back.index === 0 || among.open === undefined) return undefined
  const before = readAs(among.open, plain.slice(0, back.index), among)
  const correction = readAs(among.open, plain.slice(back.index + back[0].length), among)
  return before && before.reading.kind !== 'unreadable' && correction?.reading.kind === 'value' ? correction : undefined
}

function readAs(key: FactKey, to: string, { facts, limitsOf }: Correctable): Correction | undefined {
  const reading = readAnswer(factAt(facts, key), to, limitsOf(key))
  return reading.kind === 'unreadable' ? undefined : { key, reading }
}
