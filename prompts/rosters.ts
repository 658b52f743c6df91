/** What is said of the lists of units in notices, in Chinese, and in English where the question is. */
export const rosters = {
  found: (names: string, where: string, count: number, isConfirmed: boolean): string =>
    `${isConfirmed ? '是的，' : ''}${names}在${where}中，共${count}行：`,
  foundEnglish: (names: string, count: number): string =>
    `${names}: ${count} row${count === 1 ? '' : 's'} in the lists (original in Chinese):`,
  several: (notice: string, lists: number): string => `《${notice}》的${lists === 2 ? '两' : lists}份名单`,
  one: (notice: string, list: string): string => `《${notice}》${list}`,
  elsewhere: (names: string, where: string): string => `不在。${where}中没有${names}，${names}在：`,
  listOf: (where: string): string => `${where}的名单`,
  shown: (count: number): string => `前${count}行：`,
  members: (what: string, count: number, list: string): string => `${what}共${count}个，在${list}中：`,
  membersEnglish: (what: string, count: number): string => `${what}: ${count} in all (original in Chinese):`,
  numbers: (first: number, last: number): string => (first === last ? `（序号${first}）` : `（序号${first}至${last}）`),
  kind: (kind: string, units: number, rows: number, list: string): string =>
    `${list}中的${kind}共${units}个${rows > units ? `（${rows}行）` : ''}：`,
  kindEnglish: (kind: string, units: number, list: string): string =>
    `${list}, ${kind}: ${units} (original in Chinese)`,
  listed: (list: string, count: number): string => `${list}共列${count}个`,
  listedEnglish: (list: string, count: number): string => `${list}: ${count} units in all (original in Chinese)`,
  grouped: (list: string, count: number, column: string): string => `${list}按${column}分为${count}类：`,
  group: (name: string, count: number): string => `${name}：${count}个`,
  allIn: (what: string, count: number, list: string): string => `${what}的${count}个都在${list}中。`,
  count: (what: string, count: number): string => `${what}共${count}个。`,
  columns: { list: { zh: '名单', en: 'List' }, count: { zh: '数量', en: 'Number' } },
  more: '等',
  absent: (name: string, where: string, lists: string[]): string =>
    `“${name}”不在${where}中：${lists.join('和')}${lists.length > 1 ? '均' : ''}未列入。`,
  unnamed: (name: string, lists: string[]): string => `名单中没有名称含“${name}”的单位：查了${lists.join('和')}。`,
  absentEnglish: (name: string): string => `“${name}” is not in the lists (not found).`,
  noneOf: (name: string): string => `没有${name}。`,
}
