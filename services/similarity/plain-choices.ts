/** Where a clause ends, particles of mood and blanks aside. */
const clauseEnd = String.raw`(?=[呢啊呀嘛哈吗]?[\s·]*(?:$|[?？!！,，。;；]))`

/** The steps, in order: what each finds is a choice offered, not a denial. */
const choices: [RegExp, string][] = [
  // 能还是不能, 交还是没交
  [/([\p{Script=Han}]{1,3})还是[不没]\1/gu, '$1'],
  // 能不能, 给不给, 包不包括, 可不可以, 有没有
  [/([\p{Script=Han}]{1,2})[不没木]\1/gu, '$1'],
  [/有无/gu, '有'],
  // 能否, 可否, 是否, 应否
  [/([能可是应会])否/gu, '$1'],
  [/与否/gu, ''],
  // 还能补交不能, 可以手写不可以
  [new RegExp(`((能|可以|要|行|会|算|用|给|让).*)不\\2${clauseEnd}`, 'gu'), '$1'],
  // 启动了没有
  [new RegExp(`(?<=[了过])没有?${clauseEnd}`, 'gu'), ''],
  // 能报不, 行不, 是不
  [new RegExp(`不${clauseEnd}`, 'gu'), ''],
]

/** A question with its yes-or-no forms (能不能, 给不给, 能否, …不？) put as plain statements: they deny nothing. */
export const plainChoices = (text: string): string =>
  choices.reduce((rest, [pattern, plain]) => rest.replace(pattern, plain), text)
