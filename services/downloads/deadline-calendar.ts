import ical, { ICalAlarmType } from 'ical-generator'
import { documentTexts as words } from '../../prompts/document-texts.ts'
import { titleOf } from '../eligibility/title-of.ts'
import type { Assessed } from './download.ts'

const secondsADay = 86_400
/** On which days before the last one people are reminded, at nine in the morning of wherever they are. */
const remindedBefore = [7, 3, 1]
const nineInTheMorning = 9 * 3_600

/** The last day as a calendar event of a whole day, with reminders while it is still to come. */
export function writeCalendar({ assessment, programme }: Assessed): Buffer {
  const { closes, note, status, daysLeft = Infinity } = assessment.window
  const title = titleOf(programme)
  const calendar = ical({ name: title, prodId: { company: 'zhixun', product: 'zhixun', language: 'ZH' } })
  const event = calendar.createEvent({
    id: `${programme.id}-${closes}@zhixun`,
    start: new Date(`${closes}T00:00:00Z`),
    allDay: true,
    summary: status === 'closed' ? words.deadlinePassed(title) : words.deadlineEvent(title),
    description: `${note}\n${words.deadlineNote}`,
  })
  const days = status === 'closed' ? [] : remindedBefore.filter((before) => before < daysLeft)
  for (const before of days) {
    const trigger = before * secondsADay - nineInTheMorning
    event.createAlarm({ type: ICalAlarmType.display, trigger, description: words.reminder(before) })
  }
  return Buffer.from(`${calendar.toString().trimEnd()}\r\n`)
}
