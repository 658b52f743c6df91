/** 人员费支出不超过补助资金的30%, 年度总额不超过800万元: what bounds the money, and is no amount of its own. */
const bounds =
  /(?:费|支出|开支|占比|比例)[^，；]{0,14}不(?:得|应)?(?:超过|高于|低于|少于)[^，；]*[%％]|(?:总额|合计|累计)[^，；给奖]{0,8}不(?:得|应)?超过/u
const stops = /的，(?:不予|不再|停止|暂停)(?:拨付|下达|发放|兑付|安排|给予|补报)|不予(?:拨付|下达|补报)/u
const uses = /(?:须|应|应当|只能|专项|仅限?)用于/u
/** 资金总规模1800万元 is for all together. */
const budget = /(?:资金|经费|预算)[^，；]{0,6}(?:总规模|总额|总量|规模)(?:为|约|共)?\d/u

/** 按实际支出的30%给予补助，合计不超过5万元 gives something too. */
const gives = /给予|予以|按照?[^，；]*[%％]/u
function isBound(text: string): boolean {
  const at = bounds.exec(text)?.index
  // 每件资助1万元，年度总额不超过30万元: the limit of what stands before it.
  return at !== undefined && !gives.test(text) && !/\d[^，]*(?:元|[%％])/u.test(text.slice(0, at))
}

/** Whether a segment only says how far the money goes or what for. */
export const limitsMoney = (text: string): boolean => isBound(text) || stops.test(text) || uses.test(text)
/** Whether a segment gives an applicant nothing that could be said as an amount. */
export const givesNothing = (text: string): boolean =>
  budget.test(text) || stops.test(text) || /(?:提高|上浮|增加|降低)[至到]/u.test(text) || isBound(text)
