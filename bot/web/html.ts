const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Markup that is safe to send: made by `markup` alone. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Value = Html | string | number | false | undefined | Value[]

function put(value: Value): string {
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(put).join('')
  if (value === undefined || value === false) return ''
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** A template of HTML: what is put in is escaped, in texts and in quoted attributes, unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(strings.map((string, index) => (index ? put(values[index - 1]) : '') + string).join(''))
}
