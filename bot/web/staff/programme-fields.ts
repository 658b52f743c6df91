import { programmeEditorTexts as texts } from '../../../prompts/programme-editor-texts.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { DocumentEdit } from '../../../services/drafting/edit-document.ts'
import { wordsStart } from '../../../services/drafting/own-entries.ts'
import { type Html, markup } from '../html.ts'

/** What a form or button asks for; the fields of a form add the rest. */
export type Wanted = { edit: DocumentEdit['edit'] } & Record<string, unknown>

/** A form that makes one change and shows the page as it is afterwards. */
export const editForm = (wanted: Wanted, fields: Html | Html[], save: string = words.save): Html =>
  markup`<form class="edit-form" data-edit="${JSON.stringify(wanted)}">${fields}<button class="button button-quiet" type="submit">${save}</button></form>`

/** Where the words of an entry stand, which stays so unless a clause is picked anew. */
export const placeKept = ({ section, notice }: { section?: string | undefined; notice?: string | undefined }) => ({
  ...(section !== undefined && { section }),
  ...(notice !== undefined && { notice }),
})

export const folded = (summary: string, inner: Html, id?: string): Html =>
  markup`<details class="more"${id !== undefined && markup` id="${id}"`}><summary>${summary}</summary>${inner}</details>`

/** @param of What it is about, for those who hear the page. */
export const editButton = (wanted: Wanted, text: string, of: string, kind = 'link-button'): Html =>
  markup`<button class="${kind}" type="button" data-edit="${JSON.stringify(wanted)}" aria-label="${text}：${of}">${text}</button>`

type Field = { name: string; label: string; value?: string | number | undefined; hint?: string; isOptional?: boolean }

/** @param empty What an empty field says: nothing, an empty text, or that there is none. */
export const textField = (
  { name, label, value = '', hint = '', isOptional = false }: Field,
  empty: '' | 'text' = '',
): Html =>
  markup`<label>${label}<input class="field" name="${name}" value="${value}" placeholder="${hint}" data-empty="${empty}"${!isOptional && markup` required`}></label>`

export const longField = (
  { name, label, value = '', isOptional = false }: Field,
  empty: '' | 'text' | 'lines' = '',
): Html =>
  markup`<label>${label}<textarea class="field" name="${name}" rows="2" data-empty="${empty}"${!isOptional && markup` required`}>${value}</textarea></label>`

/** A list, one entry a line. */
export const linesField = ({ name, label, value = '', isOptional = false }: Field): Html =>
  markup`<label>${label}<textarea class="field" name="${name}" rows="3" data-lines${!isOptional && markup` required`}>${value}</textarea></label>`

export const numberField = ({ name, label, value = '', isOptional = false }: Field, empty: '' | 'none' = ''): Html =>
  markup`<label>${label}<input class="field" name="${name}" type="number" step="any" min="0" value="${value}" data-empty="${empty}"${!isOptional && markup` required`}></label>`

export const selectField = (
  name: string,
  label: string,
  options: Readonly<Record<string, string>>,
  chosen = '',
): Html =>
  markup`<label>${label}<select class="field" name="${name}">${Object.entries(options).map(([value, text]) => markup`<option value="${value}"${value === chosen && markup` selected`}>${text}</option>`)}</select></label>`

/** Where the words that a part rests on are picked from the notice, and cut to what counts. */
export const quoteFields = (quote = '', isOptional = false): Html =>
  markup`<label>${texts.pick}<select class="field" data-pick><option value="">${texts.pickNone}</option></select></label>${longField({ name: 'quote', label: isOptional ? texts.itemQuote : texts.quote, value: quote, isOptional }, 'text')}`

/** The clauses that may be picked, once for all forms of a page. */
export function clauseOptions(notices: readonly Notice[], own: string): Html {
  const options = notices.flatMap(({ id, shortTitle, clauses }) =>
    clauses.flatMap((clause) => {
      const quote =
        clause.kind === 'row' || clause.kind === 'table' ? clause.quote : clause.text.slice(wordsStart(clause)).trim()
      if (clause.kind === 'furniture' || quote === '') return []
      const of = id === own ? '' : `${shortTitle}：`
      const text = `${of}${clause.text.slice(0, 40)}`
      return [
        markup`<option value="${id === own ? '' : id}#${clause.id}" data-quote="${quote.replace(/[。；;]+$/u, '')}">${text}</option>`,
      ]
    }),
  )
  return markup`<template id="clause-options">${options}</template>`
}
