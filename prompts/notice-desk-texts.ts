const days = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, '$1年$2月$3日')

/** What the notice desk of the console and `npm run notices` say about a draft. */
export const noticeDeskTexts = {
  fields: {
    title: '标题',
    shortTitle: '简称',
    documentNumber: '文号',
    issuer: '发文机关',
    issued: '发布日期',
    year: '年份',
    effectiveFrom: '施行日期',
    effectiveUntil: '失效日期',
  } as Record<string, string>,
  from: { text: '原文', page: '网页上写的', 'file-name': '文件名', given: '您填的' } as Record<string, string>,
  kinds: {
    heading: '标题',
    item: '编号的条款',
    paragraph: '正文',
    form: '表单',
    table: '表头',
    row: '表格的一行',
    front: '文首',
    closing: '落款、附件清单',
    contact: '联系方式',
    furniture: '不收入',
  } as Record<string, string>,
  relations: {
    correction: '它的更正本（换下原来的文本）',
    replaces: '代替它的新通知',
    amends: '修改它的一部分',
    other: '与它无关的另一份',
  } as Record<string, string>,
  twin: (title: string, by: 'number' | 'title'): string =>
    by === 'number'
      ? `这份文件的文号与已收录的《${title}》相同，请先说明它是哪一种。`
      : `这份文件的标题、年份与已收录的《${title}》相同，请先说明它是哪一种。`,
  missing: (label: string, isRequired: boolean): string =>
    isRequired ? `没有读出${label}，发布以前要填上。` : `没有读出${label}，可以填上，也可以不填。`,
  gap: (before: string, marker: string): string => `${before} 后面接着 ${marker}，中间缺号，请看是不是有一段没有分开。`,
  longClause: (length: number): string => `这一条有 ${length} 字，请看是不是几条连在了一起。`,
  unfit: (count: number): string => `有 ${count} 处以前的改动对不上现在的文本，请重新改。`,
  unfitEdit: '这一处不能这样改：条款已经变了，或者表格的行不能合并、拆开。',
  tooMuchWork: '排队的工作已经很多，请过几分钟再试。',
  noSuchNotice: '没有这份通知',
  notReady: '还不能发布',
  noFile: '请选择一个文件，以 multipart/form-data 的 file 字段发送。',
  oneFile: '一次发送一个文件。',
  tooLarge: (megabytes: number): string => `文件太大，最多 ${megabytes} MB。`,
  trouble: (reason: string): string => `到了定好的日子没有发布：${reason}`,
  nothingBefore: '这份通知没有以前的版本可以退回。',
  impact: {
    renewed: '条件有变化，已保存的自查会按新的原文核对',
    successor: (title: string, kept: number, changed: number, added: number, gone: number): string =>
      `发布以后，会按新通知起草“${title}”的接替自查：照旧${kept}条，改了${changed}条，新加${added}条，没有了${gone}条；核对、发布以前，有变化的条件不作判断`,
    drafted: (title: string, count: number): string =>
      `发布以后，会起草新的自查“${title}”（${count}个条件），核对、发布以后才使用`,
    none: '现有的答复、人工答复和自查都不变。',
    answers: (changed: number, asked: number): string => `${asked} 个样题里，${changed} 个的答复会变`,
    untimely: (asked: number, all: number): string => `时间有限，${all} 个样题里比较了 ${asked} 个`,
    curated: (count: number): string => `${count} 条人工答复会退回复核`,
    programmes: (count: number): string => `${count} 个自查项目受影响`,
    more: (count: number): string => `……还有 ${count} 个`,
    saved: (count: number): string => `${count} 份已保存的自查会受影响`,
  },
  day: days,
} as const
