/** What a text prints to be reached or cited exactly. Offsets are UTF-16 code units of the text as given, end exclusive. */
export type ContactMention = {
  kind: 'phone' | 'mail' | 'url' | 'address' | 'postcode' | 'documentNumber'
  start: number
  end: number
  text: string
}

export function readContacts(_text: string): ContactMention[] {
  return []
}
