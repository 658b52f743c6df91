import { fold } from '../../knowledge/finding/catalogue.ts'
import { cutTo, lengthOf, pairsOf, stretchesOf } from '../../knowledge/language/characters.ts'
import type { RosterRow } from '../roster.ts'
import { rosterContext } from './roster-question.ts'

/** Share of a project's name that a text must hold to speak of it. */
const held = 0.72
/** What a name in short counts: 「医疗的运营中心」 for 医疗卫生系统知识产权运营中心. */
const inShort = 0.9

const asksWho = /有哪些(?:单位|企业|医院|学校)|都?有谁|名单/u

/** The projects named in a text: those whose name, without town and year, it holds nearly whole or in short. */
export function projectsIn(rows: RosterRow[], text: string): string[] {
  const asked = fold(text)
  const cores = new Map([...new Set(rows.map((row) => row.project))].map((project) => [project, coreOf(project)]))
  const scored = [...cores].map(([project, core]) => {
    const fit = isOtherYear(project, asked)
      ? 0
      : Math.max(share(core, asked), share(bareOf(core), asked), shortFit(core, [...cores.values()], asked))
    return { project, fit, size: core.length }
  })
  const best = Math.max(0, ...scored.map(({ fit }) => fit))
  if (best < held) return []
  const fitting = scored.filter(({ fit }) => fit >= best - 0.001)
  const longest = Math.max(...fitting.map(({ size }) => size))
  return fitting.filter(({ size }) => size >= longest - 2).map(({ project }) => project)
}

/** A project's name without year, town, 项目 and quotation marks. */
const coreOf = (project: string): string =>
  fold(project)
    .replace(/^(?:\d{4}年度)?(?:上海市)?/u, '')
    .replace(/项目$/u, '')
    .replace(/[“”]/gu, '')

/** The name without the words that most of them share. */
const bareOf = (core: string): string => core.replace(/知识产权/gu, '').replace(/^运营/u, '')

/** A year in the project's name that is not the one asked for. */
function isOtherYear(project: string, asked: string): boolean {
  const year = /\d{4}/u.exec(project)?.[0]
  return year !== undefined && /20\d\d/u.test(asked) && !asked.includes(year)
}

/** Share of a name's pairs of characters that a text holds, 0 … 1. */
function share(name: string, text: string): number {
  const pairs = pairsOf(name)
  return pairs.filter((pair) => text.includes(pair)).length / Math.max(1, pairs.length)
}

/** How a text names a project in short: by how its name begins and ends, or by a stretch that few other names have. */
function shortFit(core: string, cores: string[], asked: string): number {
  const inLists = rosterContext.test(asked)
  const [head, tail] = [cutTo(core, 2), [...core].slice(-4).join('')]
  const ends = asked.includes(head) && asked.includes(tail)
  if (inLists && ends && asked.indexOf(head) < asked.indexOf(tail)) return inShort
  const own = longestShared(core, asked)
  const rare = lengthOf(own) >= 3 && cores.filter((other) => other.includes(own)).length <= 2
  return rare && (inLists || asksWho.test(asked)) ? inShort : 0
}

function longestShared(name: string, text: string): string {
  for (let size = lengthOf(name); size >= 3; size--) {
    const stretch = stretchesOf(name, size).find((one) => text.includes(one))
    if (stretch !== undefined) return stretch
  }
  return ''
}
