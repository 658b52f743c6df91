import type { Programme } from './programme.ts'
import { medicalCenter2022 } from './programmes/medical-center-2022.rules.ts'
import { medicalCenter2025 } from './programmes/medical-center-2025.rules.ts'
import { medicalPromotion2025 } from './programmes/medical-promotion-2025.rules.ts'
import { universityCenter2022 } from './programmes/university-center-2022.rules.ts'

/** The programmes, newest first, those of one notice in its order. */
export const programmes: readonly Programme[] = [
  medicalCenter2025,
  medicalPromotion2025,
  medicalCenter2022,
  universityCenter2022,
]
