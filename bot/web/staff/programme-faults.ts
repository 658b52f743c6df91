import { programmeEditorTexts as texts } from '../../../prompts/programme-editor-texts.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import type { DocumentFault } from '../../../services/eligibility/document-shapes.ts'
import type { ProgrammeDocument } from '../../../services/eligibility/document.ts'
import { type Html, markup } from '../html.ts'

type Place = { name: string; anchor: string }

const sections: Readonly<Record<string, Place>> = {
  window: { name: words.window, anchor: 'window' },
  support: { name: words.support, anchor: 'support' },
  title: { name: texts.title, anchor: 'programme-name' },
  year: { name: texts.year, anchor: 'programme-name' },
}

/** So many are shown without being asked for. */
const fewFaults = 8

/** Where a fault stands on the page, as people name the place: `criteria.2.quote` is the third condition. */
function placeOf(document: ProgrammeDocument, path: string): Place | undefined {
  const [part = '', key = ''] = path.split('.')
  if (part === 'facts') {
    const fact = document.facts[key]
    return fact && { name: fact.label, anchor: `facts-${key}` }
  }
  if (part !== 'criteria' && part !== 'preferences' && part !== 'commitments' && part !== 'preparation')
    return sections[part]
  const entries: readonly { id: string; title?: string; text?: string }[] = document[part]
  const entry = /^\d+$/u.test(key) ? entries[Number(key)] : entries.find(({ id }) => id === key)
  if (!entry) return undefined
  const { id, title, text = '' } = entry
  return { name: title ?? text, anchor: part === 'criteria' || part === 'preferences' ? id : `${part}-${id}` }
}

/** All that keeps a programme from being put in use, each with the way to its place. */
export function faultList(document: ProgrammeDocument, faults: readonly DocumentFault[]): Html {
  const entries = faults.map(({ path, message }) => {
    const place = placeOf(document, path)
    return markup`<li>${place ? markup`<a href="#${place.anchor}">${place.name}</a>：` : ''}${path.endsWith('.review') ? texts.toReview : message}</li>`
  })
  return markup`<details class="notice-box"${faults.length <= fewFaults && markup` open`}><summary>${words.toDo(faults.length)}</summary><ul>${entries}</ul></details>`
}
