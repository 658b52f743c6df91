type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isField = (one: Element): one is Field =>
  one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement

/** What a field says; undefined where it says nothing. An empty one says what it declares: nothing, an empty text, or null. */
function valueOf(field: Field): unknown {
  const text = field.value.trim()
  if ('lines' in field.dataset) return text === '' ? [] : text.split(/\s*\n\s*/u)
  if (text === '') return { text: '', none: null }[field.dataset['empty'] ?? '']
  const isNumber = field.type === 'number' || (field.name === 'as' && /^\d+$/u.test(text))
  return isNumber ? Number(text) : text
}

/** Puts a value where a name such as `ask.value` says. */
function put(into: Record<string, unknown>, name: string, value: unknown): void {
  const [first = '', ...rest] = name.split('.')
  if (rest.length === 0) into[first] = value
  else put((into[first] ??= {}) as Record<string, unknown>, rest.join('.'), value)
}

/** The clause that words were picked from. */
function picked(select: HTMLSelectElement): object {
  const [notice = '', section = ''] = select.value.split('#')
  // A clause of the programme's own notice takes the place of one of another.
  return section === '' ? {} : { section, notice: notice === '' ? undefined : notice }
}

/** What a form says of the change it is for; fields that are not in use say nothing. */
export function fieldsIn(form: HTMLFormElement): Record<string, unknown> {
  const said: Record<string, unknown> = {}
  for (const one of form.elements) {
    if (!isField(one) || one.matches(':disabled')) continue
    if (one instanceof HTMLSelectElement && 'pick' in one.dataset) Object.assign(said, picked(one))
    if (one.name === '') continue
    if (one instanceof HTMLInputElement && one.type === 'checkbox') {
      const chosen = (said[one.name] ??= []) as string[]
      if (one.checked) chosen.push(one.value)
      continue
    }
    const value = valueOf(one)
    if (value !== undefined) put(said, one.name, value)
  }
  return said
}
