import { figuresIn } from '../../knowledge/statements/facts.ts'
import type { Facts, Stretch } from './chunks.ts'

const joints = /^(?:[（(][^（）()]*[）)])?(?<joint>或者|或|并且|且|并|以及|和|及|、|，|,|；)(?!以上|以下)/u

type Side = Stretch & { joint: 'or' | 'and' | '' }

/** A不少于3件，且B不少于5件; 5次以上或到账50万元以上: a stretch for each figure, cut behind the one before it. */
export function sidesOf(facts: Facts, chunk: Stretch): Side[] {
  const figures = figuresIn(facts, chunk)
  const sides: Side[] = []
  let from: Stretch & { joint: Side['joint'] } = { ...chunk, joint: '' }
  for (const [at, figure] of figures.entries()) {
    if (at === figures.length - 1) break
    const found = joints.exec(facts.text.slice(figure.to, chunk.end))
    const joint = found?.groups?.['joint']
    if (!found || joint === undefined) continue
    const cut = figure.to + found[0].length
    sides.push({ ...from, end: cut - joint.length, text: facts.text.slice(from.start, cut - joint.length) })
    from = {
      start: cut,
      end: chunk.end,
      text: facts.text.slice(cut, chunk.end),
      joint: joint.startsWith('或') ? 'or' : 'and',
    }
  }
  return [...sides, from]
}
