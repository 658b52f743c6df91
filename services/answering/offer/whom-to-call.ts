import type { Catalogue, Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Reply } from '../../reply.ts'
import { type Answer, type Memory, statuses } from '../answer.ts'
import { cite, placeOf } from '../compose/cite.ts'
import { tellContact } from '../compose/contact.ts'
import type { Language } from '../compose/told.ts'
import { contactOf } from '../decide/contact-of.ts'

/**
 * The clause that names whom to call about what could not be answered; undefined where the notice spoken of names nobody.
 *
 * @param memory What is remembered after the answer.
 */
export function whomToCall(catalogue: Catalogue, { status, offers }: Answer, { scope }: Memory): Entry | undefined {
  const isSpokenOf = scope !== undefined && scope.notice === offers?.of.notice
  const isAsked = offers?.last === 'contact' || (isSpokenOf && offers?.only?.includes('contact'))
  if (statuses[status] !== 'not-found' || !isAsked) return undefined
  const notice = catalogue.notices.find(({ id }) => id === offers?.of.notice)
  return notice && contactOf(catalogue, notice)
}

/** A refusal with the person to call, by name and number, and the clause that says so. */
export function withContact(reply: Reply, contact: Entry | undefined, language: Language): Reply {
  if (!contact) return reply
  const place = language === 'en' ? '' : placeOf(contact)
  return { ...reply, text: `${reply.text}\n${tellContact(contact, language)}${place}`, contact: cite(contact) }
}
