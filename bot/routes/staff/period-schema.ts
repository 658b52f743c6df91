import { z } from 'zod'
import { dateSchema } from '../../../services/eligibility/answers.ts'

const day = z.preprocess((value) => (value === '' ? undefined : value), dateSchema.optional())

/** Days (YYYY-MM-DD), both included. */
export const periodSchema = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['from'],
    error: '开始日期要在结束日期之前',
  })
