import { isOffice } from './offices.ts'

const frontLine =
  /^(?:[（(]?\S{2,10}〔\d{4}〕\d+号[）)]?|.{2,20}(?:文件|公告)|\S.{1,30}[:：]|\d{4}年\d{1,2}月\d{1,2}日|（此件.*）)$/u
/** A list of offices, however long. */
const addressees =
  /^(?=.*各)[^。；！？“”]{1,200}(?:局|委|厅|部门|办|院|校|府|会|单位|企业|机构|公司|处|中心|大学|人员|所|团|馆|站|室|集团|协|区|司|户|师|人|者)[:：]$/u

/** Number, office, day, addressees, and the title where it is printed again. */
export const isFront = (text: string, title: string): boolean =>
  text === title || frontLine.test(text) || addressees.test(text) || isOffice(text)
