/** 去年 and 前年 as the years they are today; 现在2026年了 says what day it is, and no year that is asked about. */
export const datedYears = (text: string, year: number): string =>
  text
    .replace(new RegExp(`(现在|如今|眼下|目前|今天)[都已经是]*${year}年?了?`, 'gu'), '$1')
    .replace(/去年|last year/giu, `${year - 1}年`)
    .replace(/前年/gu, `${year - 2}年`)

/** Pattern of a year as `readYears` reads it: in full, or 24年 for 2024; 15年 is a number of years. */
const writtenYear = (year: number): string =>
  year >= 2020 && year <= 2029 ? `(?<!\\d)(?:${year}|${year % 100}年)` : `(?<!\\d)${year}`

/** The years that say which notice is meant, and not by when something is due. */
export function readYears(text: string): number[] {
  const full = [...text.matchAll(/(?<!\d)(20\d\d)(?!\d|年?[底末]|年?(?:之|以)?前|年内)/gu)].map(([, year]) =>
    Number(year),
  )
  const short = [...text.matchAll(/(?<!\d)(2\d)年/gu)].map(([, year]) => 2000 + Number(year))
  return [...new Set([...full, ...short])]
}

/** Blanks years, so that they are no words of what is asked. */
export const withoutYears = (text: string, years: readonly number[]): string =>
  years.reduce((rest, year) => rest.replace(new RegExp(`${writtenYear(year)}年?度?`, 'gu'), '·'), text)
