import words from '../lexicon/statement-words.json' with { type: 'json' }
import { anyOf } from '../language/unit.ts'
import type { Context } from './clause-context.ts'
import type { Draft } from './draft.ts'
import type { Sentence } from './split-text.ts'

const responsible = new RegExp(
  String.raw`^[（(]?((?:${anyOf(words.responsible)})(?:单位|部门))[：:]([^；;：:]+?)[）)]?$`,
  'u',
)

/** （责任单位：市知识产权局、市教委）behind a measure. */
export function readResponsible(sentence: Sentence, context: Context): Draft[] | undefined {
  const [, label, units] = responsible.exec(sentence.text) ?? []
  if (label === undefined || units === undefined) return undefined
  return [
    {
      kind: 'responsible',
      modality: 'fact',
      ...(context.programme !== undefined && { programme: context.programme }),
      ...(context.topic && { topic: context.topic }),
      leadIn: `${label}：`,
      span: [sentence.start, sentence.end],
      sentence: [sentence.start, sentence.end],
      parts: [{ role: 'rule', text: units, joint: '' }],
      inherited: {},
      unaccounted: '',
    },
  ]
}
