import ical, { ICalAlarmType } from 'ical-generator'
import { documentTextsIn } from '../../prompts/document-texts-in.ts'
import { titleIn } from '../eligibility/programme-texts.ts'
import type { Assessed } from './download.ts'

const secondsADay = 86_400
/** On which days before the last one people are reminded, at nine in the morning of wherever they are. */
const remindedBefore = [7, 3, 1]
const nineInTheMorning = 9 * 3_600

/** The last day, which is still to come, as a calendar event of a whole day, with reminders. */
export function writeCalendar({ assessment, programme }: Assessed): Buffer {
  const { closes, note, daysLeft = Infinity } = assessment.window
  const { language } = assessment
  const words = documentTextsIn(language)
  const title = titleIn(language, programme)
  const calendar = ical({
    name: title,
    prodId: { company: 'zhixun', product: 'zhixun', language: language === 'en' ? 'EN' : 'ZH' },
  })
  const event = calendar.createEvent({
    id: `${programme.id}-${closes}@zhixun`,
    start: new Date(`${closes}T00:00:00Z`),
    allDay: true,
    summary: words.deadlineEvent(title),
    description: `${note}\n${words.deadlineNote}`,
  })
  for (const before of remindedBefore.filter((days) => days < daysLeft)) {
    const trigger = before * secondsADay - nineInTheMorning
    event.createAlarm({ type: ICalAlarmType.display, trigger, description: words.reminder(before) })
  }
  return Buffer.from(`${calendar.toString().trimEnd()}\r\n`)
}
