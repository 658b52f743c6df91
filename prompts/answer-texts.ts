/** What is said of a notice itself. */
export const documentTexts = {
  number: { zh: (value: string) => `文号：${value}`, en: (value: string) => `document number ${value}` },
  day: { zh: (value: string) => `落款（印发）日期：${value}`, en: (value: string) => `issued on ${value}` },
  issuer: { zh: (value: string) => `发布单位：${value}`, en: (value: string) => `issued by ${value}` },
  names: {
    number: { zh: '文号', en: 'document number' },
    day: { zh: '印发日期', en: 'day of issue' },
    issuer: { zh: '发布单位', en: 'issuer' },
  },
  unstated: { zh: (name: string) => `通知没有写明${name}`, en: (name: string) => `the notice gives no ${name}` },
  joined: {
    zh: (parts: readonly string[]) => `${parts.join('；')}。`,
    en: (parts: readonly string[]) => `${parts.join('; ')}.`,
  },
  title: { zh: (title: string) => `——《${title}》`, en: (title: string) => `(From ${title})` },
} as const

/** What is said of the numbered measures of a plan and of those who answer for them. */
export const measureTexts = {
  beyond: {
    zh: (title: string, count: number, number: number) => `《${title}》共${count}条，没有第${number}条。`,
    en: (title: string, count: number, number: number) => `There is no number ${number}: the ${title} has ${count}.`,
  },
  says: { zh: '', en: 'It says:' },
  count: {
    zh: (title: string, count: number) => `《${title}》共${count}条。`,
    en: (title: string, count: number) => `${count} in all, in the ${title}.`,
  },
  among: {
    zh: (unit: string) => `${unit}是责任单位之一。`,
    en: (unit: string) => `Yes: ${unit} is among the responsible units.`,
  },
  notAmong: {
    zh: (unit: string) => `${unit}不在责任单位之列。`,
    en: (unit: string) => `No: ${unit} is not among the responsible units.`,
  },
  units: {
    zh: (units: readonly string[]) => `责任单位：${units.join('、')}。`,
    en: (units: readonly string[]) => `Responsible: ${units.join(', ')}.`,
  },
  duties: {
    zh: (title: string, unit: string, count: number, isAll: boolean) =>
      `《${title}》中责任单位含${unit}的措施${isAll ? '共' : '等'}${count}条：`,
    en: (title: string, unit: string, count: number) =>
      `${unit} is responsible for ${count} measure${count === 1 ? '' : 's'} of the ${title} (original in Chinese):`,
  },
} as const

/** What is said where notices or programmes are held against each other row by row. */
export const comparisonTexts = {
  topic: { zh: '事项', en: 'Topic' },
  all: { zh: '规定', en: 'Provisions' },
  clause: { zh: '条款', en: 'Clause' },
  places: { zh: '名额', en: 'Places' },
  deadline: { zh: '截止日期', en: 'Deadline' },
  none: { zh: '没有读到', en: 'none found' },
  year: { zh: (year: number) => `${year}年`, en: (year: number) => String(year) },
  lead: {
    zh: (count: number, names: readonly string[]) =>
      `有${count}处不同：${names.slice(0, 4).join('、')}${count > 4 ? '等' : ''}。`,
    en: (count: number) => `${count} point${count === 1 ? ' differs' : 's differ'}.`,
  },
  side: {
    zh: (name: string, text: string | undefined) => `（${name}）${text ?? '没有读到'}`,
    en: (name: string, text: string | undefined) => `${name}: ${text ?? 'none found'}`,
  },
  row: {
    zh: (name: string, cells: readonly string[]) => `${name}：${cells.join('；')}。`,
    en: (name: string, cells: readonly string[]) => `${name} — ${cells.join('; ')}.`,
  },
  sources: {
    zh: (names: readonly string[]) => `——${names.join('、')}`,
    en: (names: readonly string[]) => `From ${names.join(', ')} (original in Chinese).`,
  },
} as const
