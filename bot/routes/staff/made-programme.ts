import { documentTexts as texts } from '../../../prompts/document-fault-texts.ts'
import type { HeldProgramme } from '../../programme-desk/held-programme.ts'
import type { Made } from '../../programme-desk/programme-desk.ts'
import { Problem } from '../../problem.ts'

/** @throws {Problem} 404 where there is none, 409 where somebody else was first, 400 with what is wrong at each place. */
export function madeOf(made: Made, id: string, submitted: unknown): HeldProgramme {
  switch (made.kind) {
    case 'made':
      return made.programme
    case 'missing':
      throw new Problem(404, texts.noSuchProgramme(id))
    case 'stale':
      throw new Problem(409, undefined, undefined, { stored: made.stored, submitted })
    case 'refused':
      throw new Problem(400, undefined, made.faults)
  }
}
