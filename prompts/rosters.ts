/** What is said of the lists of units in notices. */
const chinese = {
  found: (names: string, where: string, count: number, isConfirmed: boolean): string =>
    `${isConfirmed ? '是的，' : ''}${names}在${where}中，共${count}行：`,
  several: (notice: string, lists: number): string => `《${notice}》的${lists === 2 ? '两' : lists}份名单`,
  one: (notice: string, list: string): string => `《${notice}》${list}`,
  elsewhere: (names: string, where: string): string => `不在。${where}中没有${names}，${names}在：`,
  listOf: (where: string): string => `${where}的名单`,
  shown: (count: number): string => `前${count}行：`,
  members: (what: string, count: number, list: string): string => `${what}共${count}个，在${list}中：`,
  numbers: (first: number, last: number): string => (first === last ? `（序号${first}）` : `（序号${first}至${last}）`),
  kind: (kind: string, units: number, rows: number, list: string): string =>
    `${list}中的${kind}共${units}个${rows > units ? `（${rows}行）` : ''}：`,
  listed: (list: string, count: number): string => `${list}共列${count}个`,
  grouped: (list: string, count: number, column: string): string => `${list}按${column}分为${count}类`,
  group: (name: string, count: number): string => `${name}：${count}个`,
  allIn: (what: string, count: number, list: string): string => `${what}的${count}个都在${list}中。`,
  count: (what: string, count: number): string => `${what}共${count}个。`,
  listColumn: '名单',
  numberColumn: '序号',
  projectColumn: '项目',
  openDesk: '打开单位页',
  askDuties: (unit: string): string => `${unit}要交什么`,
  mailTitle: '邮件标题',
  titled: (title: string): string => `邮件标题：${title}`,
  titlesAre: '照通知的写法，邮件标题是：',
  titleRule: (said: string): string => `通知要求：${said}。`,
  whichUnit: (count: number): string => `可能指这${count}家，是哪一家？`,
  download: (name: string, project: string): string => `${name}（Word）${project && `：${project}`}`,
  countColumn: '数量',
  and: '和',
  row: (place: string, seq: number | undefined, unit: string, cells: readonly [string, string][]): string => {
    const where = `${place}${seq === undefined ? '' : `序号${seq}`}`
    return `${where}${where && '：'}${unit}${cells.map(([column, value]) => `，${column}：${value}`).join('')}`
  },
  names: (names: readonly string[], isAll: boolean): string => `${names.join('、')}${isAll ? '' : '等'}`,
  inGroup: (group: string, names: string): string => `${group}${group && '：'}${names}。`,
  opened: (head: string): string => `${head}：`,
  notice: (title: string): string => `《${title}》`,
  absent: (name: string, where: string, lists: string[]): string =>
    `“${name}”不在${where}中：${lists.join('和')}${lists.length > 1 ? '均' : ''}未列入。`,
  unnamed: (name: string, lists: string[]): string => `名单中没有名称含“${name}”的单位：查了${lists.join('和')}。`,
  noneOf: (name: string): string => `没有${name}。`,
  whose: '请发单位的全称或简称，我来查它在不在名单里。',
}

export type RosterTexts = typeof chinese

const rows = (count: number): string => `${count} row${count === 1 ? '' : 's'}`

const english: RosterTexts = {
  found: (names, where, count, isConfirmed) => `${isConfirmed ? 'Yes: ' : ''}${names} is in ${where}, ${rows(count)}:`,
  several: (notice, lists) => `${lists} lists of the ${notice}`,
  one: (notice, list) => `${list} of the ${notice}`,
  elsewhere: (names, where) => `No: ${names} is not in ${where}, but in:`,
  listOf: (where) => `the lists of ${where}`,
  shown: (count) => `The first ${count}:`,
  members: (what, count, list) => `${what}: ${count} in all, in ${list}:`,
  numbers: (first, last) => (first === last ? ` (no. ${first})` : ` (nos. ${first} to ${last})`),
  kind: (kind, units, count, list) => `${list}, ${kind}: ${units}${count > units ? ` (${rows(count)})` : ''}:`,
  listed: (list, count) => `${count} in all in ${list}`,
  listColumn: 'List',
  numberColumn: 'No.',
  projectColumn: 'Project',
  openDesk: 'Open the page of this unit',
  askDuties: (unit) => `What does ${unit} have to submit?`,
  mailTitle: 'Mail title',
  titled: (title) => `Mail title: ${title}`,
  titlesAre: 'Written as the notice wants it, the title of the mail is:',
  titleRule: (said) => `The notice says: “${said}”`,
  whichUnit: (count) => `It may be any of these ${count}. Which one?`,
  download: (name, project) => `${name} (Word)${project && `: ${project}`}`,
  countColumn: 'Number',
  and: ' and ',
  row: (place, seq, unit, cells) => {
    const where = [place, seq === undefined ? '' : `no. ${seq}`].filter((part) => part !== '').join(', ')
    return `${where}${where && ': '}${unit}${cells.map(([column, value]) => `; ${column}: ${value}`).join('')}`
  },
  names: (names, isAll) => `${names.join('、')}${isAll ? '' : ' …'}`,
  inGroup: (group, names) => `${group}${group && ': '}${names}`,
  opened: (head) => `${head}:`,
  notice: (title) => `the ${title}`,
  grouped: (list, count, column) => `${list} by ${column}: ${count} group${count === 1 ? '' : 's'}`,
  group: (name, count) => `${name}: ${count}`,
  allIn: (what, count, list) => `All ${count} of ${what} are in ${list}.`,
  count: (what, count) => `${what}: ${count} in all.`,
  absent: (name, where) => `“${name}” is not in ${where} (not found).`,
  unnamed: (name, lists) =>
    `No unit whose name holds “${name}” is in ${lists.join(' or ')} (not found). Names stand there in Chinese: type the Chinese name, or how it sounds in pinyin.`,
  noneOf: (name) => `${name} is not among them. `,
  whose: 'Which unit? Send its name in Chinese, and I will look it up in the lists.',
}

export const rosters: Record<'zh' | 'en', RosterTexts> = { zh: chinese, en: english }
