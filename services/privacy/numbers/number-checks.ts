/** The first two digits of an identity number: provinces and what counts as one. */
const province = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-3])/u
const day = String.raw`(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`
const identity = new RegExp(String.raw`^[1-9]\d{5}(?:18|19|20)\d{2}${day}\d{3}[\dX]$`, 'u')
const oldIdentity = new RegExp(String.raw`^[1-9]\d{7}${day}\d{3}$`, 'u')

/** Whether 18 signs are built as an identity number; the last one may be mistyped. */
export const isIdentity = (number: string): boolean => identity.test(number)

/** The same for the 15 digits of before 2000. */
export const isOldIdentity = (number: string): boolean => oldIdentity.test(number)

/** Whether a number begins like those of a province. */
export const isOfProvince = (number: string): boolean => province.test(number)

/** Whether digits end in the check digit of a payment card (ISO/IEC 7812). */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const creditSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Whether 18 signs are a unified social credit code with its check sign (GB 32100). */
export function isCreditCode(code: string): boolean {
  // Behind the first two signs stands the region.
  if (!/^[159][1-39][\dA-HJ-NP-RTUWXY]{16}$/u.test(code) || !isOfProvince(code.slice(2))) return false
  const sum = weights.reduce((total, weight, at) => total + weight * creditSigns.indexOf(code[at]!), 0)
  return creditSigns[(31 - (sum % 31)) % 31] === code[17]
}
